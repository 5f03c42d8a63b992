package io.dronedelivery.local.access;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import java.time.Duration;

/** A token in use, with a new one in time. */
public final class Bearer {
    /** The header that bears it. */
    public static final String HEADER = "Authorization";

    private final LocalIssuer issuer;
    private final Grant grant;
    private String token = "";
    private long renewAtNanos = System.nanoTime();

    Bearer(LocalIssuer issuer, Grant grant) {
        this.issuer = issuer;
        this.grant = grant;
    }

    /** The value of the header, good for at least half of the token's lifetime. */
    public synchronized String value() {
        if (System.nanoTime() - renewAtNanos >= 0) {
            Duration half = grant.lifetime().dividedBy(2);
            token = issuer.token(grant);
            renewAtNanos = System.nanoTime() + half.toNanos();
        }
        return "Bearer " + token;
    }
}
