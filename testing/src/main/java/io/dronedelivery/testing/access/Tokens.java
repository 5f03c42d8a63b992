package io.dronedelivery.testing.access;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.restassured.http.Header;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of tests. The service under test trusts their issuer, which {@link TestIssuer} has made. */
public final class Tokens {
    private static final Map<Grant, String> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token for that. */
    public static String of(Grant grant) {
        return ISSUED.computeIfAbsent(grant, issuer()::token);
    }

    /** The header <code>Authorization</code> with such a token. */
    public static Header bearer(Grant grant) {
        return new Header("Authorization", "Bearer " + of(grant));
    }

    /** The token of a request that says nothing else: another service's, and an operator's whose name is Ann. */
    static Grant usual() {
        return new Grant(Scope.SERVICE + " " + Scope.OPERATOR, "Ann", null, Duration.ofHours(1));
    }

    static LocalIssuer issuer() {
        return LocalIssuer.in(Path.of(System.getProperty(TestIssuer.FOLDER)));
    }
}
