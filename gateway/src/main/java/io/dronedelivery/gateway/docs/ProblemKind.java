package io.dronedelivery.gateway.docs;

import io.dronedelivery.chassis.failure.Problems;
import java.net.URI;
import java.util.List;

/**
 * A kind of problem.
 *
 * @param kind its code
 * @param statuses the HTTP statuses that it comes with
 * @param meaning what it means
 * @param when when it happens
 * @param action what to do
 */
record ProblemKind(String kind, List<Integer> statuses, String meaning, String when, String action) {

    /** The path of its page: the type of its problem details. */
    URI path() {
        return Problems.of(statuses.getFirst(), kind, "").type();
    }

    /** It in a few words, as the title of its problem details has them. */
    String title() {
        return Problems.of(statuses.getFirst(), kind, "").title();
    }
}
