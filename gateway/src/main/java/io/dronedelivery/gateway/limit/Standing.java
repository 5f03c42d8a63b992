package io.dronedelivery.gateway.limit;

import io.vertx.core.http.HttpServerResponse;

/**
 * What a client is told of its limit, in the headers of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param policy the name of the limit
 * @param capacity how many requests at once
 * @param window in how many seconds as many more come
 * @param granted whether this request was within it
 * @param remaining how many requests are left
 * @param seconds in how many seconds all are back; where none is left, one
 */
record Standing(String policy, int capacity, int window, boolean granted, long remaining, int seconds) {

    void tell(HttpServerResponse response) {
        response.putHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, capacity, window))
                .putHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, remaining, seconds));
    }
}
