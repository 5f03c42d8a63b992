package io.dronedelivery.gateway.version;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;

/** What clients are told of the end of a version; the values are in <code>application.properties</code>. */
@ConfigMapping(prefix = "gateway.versions")
interface VersionConfig {
    /** Version 1. */
    @WithName("v1")
    Dates first();

    /** Times as in 2026-12-01T00:00:00Z; what is not set is not told. */
    interface Dates {
        /** From when on nobody should begin to use it. */
        Optional<String> deprecatedFrom();

        /** From when on it may not be served any more. */
        Optional<String> sunset();
    }
}
