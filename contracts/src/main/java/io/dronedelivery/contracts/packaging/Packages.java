package io.dronedelivery.contracts.packaging;

import io.dronedelivery.contracts.Parcel;
import jakarta.validation.Valid;
import java.time.Instant;

/** Packages: a delivery's package bears the delivery's id. */
public final class Packages {
    private Packages() {}

    /** Where a package is in its life. */
    public enum State {
        REGISTERED,
        IN_HAND,
        DELIVERED,
        RETURNED,
        RELEASED
    }

    /**
     * The body of <code>PUT /packages/{packageId}/attempts/{n}</code>: 200 with the Package, 409 with
     * ATTEMPT_OVERTAKEN, 400 with INVALID where the tag is another package's. <code>DELETE</code> of the same releases
     * it and fences the attempt: 204, also where there was none.
     */
    public record Registration(String accountId, @Valid Parcel parcel) {}

    /** A package; its tag is always set. */
    public record Package(
            String packageId, int attempt, String accountId, Parcel parcel, State state, Instant changedAt) {}
}
