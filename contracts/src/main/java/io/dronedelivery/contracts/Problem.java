package io.dronedelivery.contracts;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457), the body of every error answer, as <code>application/problem+json</code>.
 *
 * @param type names the kind of problem, and explains it where the gateway is reached: <code>/problems/</code> and the code in lower
 *     case with hyphens, which an answer has as a whole URL
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what is wrong here, and what to do
 * @param code the refusal, where there is one
 * @param errors the fields that are wrong, where some are
 * @param deliveryId the delivery concerned, where its id is known
 */
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable Refusal code,
        @Nullable List<FieldError> errors,
        @Nullable String deliveryId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field that is wrong.
     *
     * @param field a JSON Pointer (RFC 6901) into the request body, or the name of a header or parameter
     * @param message what is allowed, and what was given
     */
    public record FieldError(String field, String message) {}
}
