package io.dronedelivery.local.project;

/** An error that the person at the command line can mend. The message says what is wrong and how to mend it. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An error with this message. */
    public UserError(String message) {
        super(message);
    }
}
