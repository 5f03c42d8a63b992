package io.dronedelivery.chassis.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** How other services are called. The values are in the chassis's <code>microprofile-config.properties</code>. */
@ConfigMapping(prefix = "calls")
public interface CallsConfig {

    /** By the name of the service; those not named have what is said of <code>any</code>. */
    @WithDefaults
    Map<String, Limits> of();

    /** What a service is called with: its own, or the defaults. */
    default Limits limits(String service) {
        return Objects.requireNonNull(of().get(service), service);
    }

    /** How what failed is tried again, whichever service it was. */
    Retry retry();

    /** What one service is called with. */
    interface Limits {

        /** How many calls are under way at a time. */
        @WithDefault("${calls.of.any.concurrent}")
        int concurrent();

        /** How many more, 1 at least, wait for one of these to end; beyond that calls are rejected. */
        @WithDefault("${calls.of.any.waiting}")
        int waiting();

        /** The circuit is judged by so many calls, the latest. */
        @WithDefault("${calls.of.any.window}")
        int window();

        /** It opens when this part of them failed: 0 to 1. */
        @WithDefault("${calls.of.any.failure-ratio}")
        double failureRatio();

        /** How long it stays open before a call is let through to see. */
        @WithDefault("${calls.of.any.open-for}")
        Duration openFor();

        /** So many calls in a row have to succeed then before it closes. */
        @WithDefault("${calls.of.any.probes}")
        int probes();
    }

    /** Pauses that double, from the first to the longest; real time. */
    interface Retry {
        Duration firstPause();

        Duration longestPause();
    }
}
