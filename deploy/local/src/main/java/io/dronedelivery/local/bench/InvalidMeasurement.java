package io.dronedelivery.local.bench;

/** What was measured is not what should have been, so there is no result: the message says why. */
final class InvalidMeasurement extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidMeasurement(String message) {
        super(message);
    }
}
