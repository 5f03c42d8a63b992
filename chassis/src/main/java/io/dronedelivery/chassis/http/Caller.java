package io.dronedelivery.chassis.http;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who asks: the account in the header that the gateway sets, from the token. */
public final class Caller {
    /** The header that bears the account. */
    public static final String HEADER = "Account-Id";

    /** The form of an account's id. */
    public static final String ACCOUNT_ID = "^[A-Za-z0-9_-]{1,64}$";

    private static final Pattern ACCOUNT = Pattern.compile(ACCOUNT_ID);

    private Caller() {}

    /** The account in the header. Throws a {@link ProblemException} of 401 where there is none. */
    public static String of(@Nullable String header) {
        if (header == null || !ACCOUNT.matcher(header).matches()) {
            throw new ProblemException(Problems.of(
                    401,
                    "UNAUTHENTICATED",
                    "Say whose request this is in the header Account-Id: 1 to 64 letters, digits, - or _."));
        }
        return header;
    }
}
