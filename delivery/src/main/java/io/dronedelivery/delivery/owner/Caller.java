package io.dronedelivery.delivery.owner;

import io.dronedelivery.chassis.failure.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The account of the caller, from the header that the gateway sets. */
final class Caller {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Caller() {}

    static String of(@Nullable String account) {
        if (account == null || !ACCOUNT.matcher(account).matches()) {
            throw Problems.unauthenticated();
        }
        return account;
    }
}
