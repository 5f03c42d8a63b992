package io.dronedelivery.local.chaos.load;

import io.dronedelivery.local.access.Bearer;
import io.dronedelivery.local.access.Credentials;
import java.net.http.HttpRequest;

/**
 * A request that a client is about to send.
 *
 * @param what the kind of request, in a word
 * @param repeatable whether a repeat is harmless: the request has a key, or has to be refused
 * @param expected the answers that are right
 */
record Submission(String what, String accountId, HttpRequest request, boolean repeatable, Expected expected) {

    /** The request with a token of its account, which is a new one where the last has half expired. */
    HttpRequest request(Credentials credentials) {
        return HttpRequest.newBuilder(request, (_, _) -> true)
                .header(Bearer.HEADER, credentials.customer(accountId).value())
                .build();
    }

    /** The answers that are right, besides those that leave the outcome open. */
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
