package io.dronedelivery.local;

/** Something is not as it must be, and the person at the command line can mend it: the message says what and how. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1;

    Complaint(String message) {
        super(message);
    }
}
