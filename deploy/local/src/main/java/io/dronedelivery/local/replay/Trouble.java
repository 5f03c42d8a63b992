package io.dronedelivery.local.replay;

/** The replay can't go on; the message says why, to the person at the command line. */
final class Trouble extends Exception {
    private static final long serialVersionUID = 1;

    Trouble(String message) {
        super(message);
    }
}
