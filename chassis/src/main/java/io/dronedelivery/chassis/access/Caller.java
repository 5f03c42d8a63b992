package io.dronedelivery.chassis.access;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Text;
import io.dronedelivery.contracts.access.Claim;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who asks, by the token of the request. */
public final class Caller {
    /** The form of an account's id. */
    public static final String ACCOUNT_ID = "^[A-Za-z0-9_-]{1,64}$";

    private static final Pattern ACCOUNT = Pattern.compile(ACCOUNT_ID);
    private static final int NAME_CHARACTERS_MAX = 100;

    private Caller() {}

    /** The customer's account. Throws a {@link ProblemException} of 403 where the token names none. */
    public static String account(SecurityContext security) {
        String account = claim(security, Claim.ACCOUNT);
        if (account == null || !ACCOUNT.matcher(account).matches()) {
            throw new ProblemException(Problems.of(
                    403,
                    "FORBIDDEN",
                    "The token's claim account must name an account: 1 to 64 letters, digits, - or _."));
        }
        return account;
    }

    /** The subject of the token: a drone's or a carrier's id, or who an operator is. */
    public static String subject(SecurityContext security) {
        String subject = claim(security, "sub");
        if (subject == null || Text.fault(subject, NAME_CHARACTERS_MAX).isPresent()) {
            throw new ProblemException(Problems.of(
                    403,
                    "FORBIDDEN",
                    "The token's claim sub must have 1 to " + NAME_CHARACTERS_MAX + " printable characters."));
        }
        return subject;
    }

    /** The value of the header <code>Authorization</code> with the caller's own token, to be passed on. */
    public static String bearer(SecurityContext security) {
        return "Bearer " + ((JsonWebToken) security.getUserPrincipal()).getRawToken();
    }

    /** When the token expires, in real time. */
    public static Instant expiry(SecurityContext security) {
        return Instant.ofEpochSecond(((JsonWebToken) security.getUserPrincipal()).getExpirationTime());
    }

    private static @Nullable String claim(SecurityContext security, String name) {
        return security.getUserPrincipal() instanceof JsonWebToken token && token.getClaim(name) instanceof String text
                ? text
                : null;
    }
}
