package io.dronedelivery.gateway.limit;

import io.dronedelivery.contracts.access.Claim;
import io.dronedelivery.contracts.access.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who makes a request, as far as limits go.
 *
 * @param kind what limit it has
 * @param name who shares it: an account, the subject of a token, an address
 */
record Client(Kind kind, String name) {

    /** The kinds of clients, each with a limit of its own. */
    enum Kind {
        OPERATOR,
        DRONE,
        CARRIER,
        CUSTOMER,
        /** A good token, but for nothing that is here. */
        OTHER,
        /** No good token. */
        ADDRESS;

        /** As clients are told. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The bearer of a token. All tokens of a customer's account are one client. */
    static Client of(SecurityIdentity identity) {
        Kind kind = kind(identity);
        String account = claim(identity, Claim.ACCOUNT);
        return new Client(kind, kind == Kind.CUSTOMER && !account.isEmpty() ? account : claim(identity, "sub"));
    }

    private static Kind kind(SecurityIdentity identity) {
        if (identity.hasRole(Scope.OPERATOR)) {
            return Kind.OPERATOR;
        }
        if (identity.hasRole(Scope.DRONE)) {
            return Kind.DRONE;
        }
        if (identity.hasRole(Scope.CARRIER)) {
            return Kind.CARRIER;
        }
        return identity.hasRole(Scope.CUSTOMER) ? Kind.CUSTOMER : Kind.OTHER;
    }

    private static String claim(SecurityIdentity identity, String name) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(name) instanceof String text
                ? text
                : "";
    }
}
