package io.dronedelivery.local.chaos.load;

import java.net.http.HttpRequest;

/**
 * A request that a client wants to get through.
 *
 * @param what is asked for, in a word
 * @param repeatable whether repeating it does nothing twice, since it has a key or is nothing that can be done
 */
record Submission(String what, String accountId, HttpRequest request, boolean repeatable, Expected expected) {

    /** What answer there may be, beside those that leave it open. */
    enum Expected {
        ACCEPTED,
        REFUSED,
        EITHER;

        boolean mayBeAccepted() {
            return this != REFUSED;
        }

        boolean mayBeRefused() {
            return this != ACCEPTED;
        }
    }
}
