package io.dronedelivery.local.replay;

/** The replay can't go on; the message says why, to the person at the command line. */
final class ReplayFailure extends Exception {
    private static final long serialVersionUID = 1;

    ReplayFailure(String message) {
        super(message);
    }
}
