package io.dronedelivery.local.access;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.dronedelivery.local.project.Project;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Acts as anybody towards the system of a state folder: the keys are in it. */
public final class Credentials {
    private final LocalIssuer issuer;
    private final Duration lifetime;
    private final Map<Grant, Bearer> bearers = new ConcurrentHashMap<>();

    private Credentials(LocalIssuer issuer, Duration lifetime) {
        this.issuer = issuer;
        this.lifetime = lifetime;
    }

    /** Those of the system of that state folder. */
    public static Credentials of(Project project) {
        return of(project, Duration.ofMinutes(10));
    }

    /**
     * Those of the system of that state folder.
     *
     * @param lifetime of each token
     */
    public static Credentials of(Project project, Duration lifetime) {
        return new Credentials(LocalIssuer.in(project.access()), lifetime);
    }

    /** A customer's token for that account. */
    public Bearer customer(String account) {
        return bearer(Grant.customer(account));
    }

    /** An operator's token. What is done with it is recorded as done by <code>dronectl</code>. */
    public Bearer operator() {
        return bearer(Grant.operator("dronectl"));
    }

    private Bearer bearer(Grant grant) {
        return bearers.computeIfAbsent(grant.lasting(lifetime), each -> new Bearer(issuer, each));
    }
}
