package io.dronedelivery.chassis.access;

/** The keys of tokens could not be read: nobody knows whether the token is good. */
class KeysUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
