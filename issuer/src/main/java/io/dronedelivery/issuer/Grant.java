package io.dronedelivery.issuer;

import io.dronedelivery.contracts.access.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a token says.
 *
 * @param scope one of {@link Scope}, or several with blanks between them
 * @param subject who bears the token: a drone's id, say
 * @param account the account of a customer
 * @param lifetime how long the token is good for, in real time
 */
public record Grant(String scope, String subject, @Nullable String account, Duration lifetime) {
    private static final Duration USUAL = Duration.ofHours(1);

    public static Grant customer(String account) {
        return new Grant(Scope.CUSTOMER, account, account, USUAL);
    }

    public static Grant operator(String name) {
        return new Grant(Scope.OPERATOR, name, null, USUAL);
    }

    public static Grant drone(String droneId) {
        return new Grant(Scope.DRONE, droneId, null, USUAL);
    }

    public static Grant carrier(String carrier) {
        return new Grant(Scope.CARRIER, carrier, null, USUAL);
    }

    public static Grant service(String service) {
        return new Grant(Scope.SERVICE, service, null, USUAL);
    }

    /** The same for another time. */
    public Grant lasting(Duration other) {
        return new Grant(scope, subject, account, other);
    }
}
