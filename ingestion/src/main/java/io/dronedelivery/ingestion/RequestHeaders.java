package io.dronedelivery.ingestion;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.ingestion.domain.Sender;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * The headers that say who sends a request.
 *
 * @param security has the token, which names the account
 * @param idempotencyKey required: a string by RFC 9651, in quotes, as draft-ietf-httpapi-idempotency-key-header has it; without
 *     quotes it is taken as it stands, since most clients send it so
 */
record RequestHeaders(
        @Context SecurityContext security,
        @RestHeader(HEADER) @Nullable String idempotencyKey) {
    private static final String HEADER = "Idempotency-Key";
    private static final String RULE = "1 to 255 printable ASCII characters, best a random UUID";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    Sender sender() {
        String account = Caller.account(security);
        if (idempotencyKey == null) {
            throw Problems.invalid(HEADER, "is required: send a name of yours for this request, " + RULE);
        }
        return new Sender(account, key(idempotencyKey));
    }

    private static String key(String sent) {
        Matcher quoted = QUOTED.matcher(sent);
        String key = quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : sent;
        if (!KEY.matcher(key).matches()) {
            throw Problems.invalid(HEADER, "must be " + RULE);
        }
        return key;
    }
}
