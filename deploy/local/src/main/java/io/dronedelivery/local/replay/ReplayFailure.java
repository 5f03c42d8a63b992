package io.dronedelivery.local.replay;

/** The replay cannot go on. The message tells the person at the command line why. */
final class ReplayFailure extends Exception {
    private static final long serialVersionUID = 1;

    ReplayFailure(String message) {
        super(message);
    }
}
