package io.dronedelivery.local.project;

/** Something is not as it must be, and the person at the command line can mend it: the message says what and how. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UserError(String message) {
        super(message);
    }
}
