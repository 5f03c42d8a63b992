package io.dronedelivery.bench.measurement;

/** The measurement has no result, since the system did not do what was to be measured. The message says why. */
public final class InvalidMeasurement extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure with this message. */
    public InvalidMeasurement(String message) {
        super(message);
    }
}
