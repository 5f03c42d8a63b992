package io.dronedelivery.packaging.domain;

import java.time.InstantSource;

/** The domain's classes, put together. */
public record PackagingDomain(Registrations registrations, PackageTracker tracker) {

    /** On this store. */
    public static PackagingDomain of(Custodies custodies, InstantSource clock) {
        return new PackagingDomain(new Registrations(custodies, clock), new PackageTracker(custodies));
    }
}
