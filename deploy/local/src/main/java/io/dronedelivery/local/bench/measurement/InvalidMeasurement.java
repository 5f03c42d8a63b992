package io.dronedelivery.local.bench.measurement;

/** What was measured is not what should have been, so there is no result: the message says why. */
public final class InvalidMeasurement extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidMeasurement(String message) {
        super(message);
    }
}
