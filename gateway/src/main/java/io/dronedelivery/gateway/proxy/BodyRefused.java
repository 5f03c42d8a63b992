package io.dronedelivery.gateway.proxy;

/** A body was not passed on to its end. */
final class BodyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
