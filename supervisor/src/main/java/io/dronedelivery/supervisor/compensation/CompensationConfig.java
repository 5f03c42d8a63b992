package io.dronedelivery.supervisor.compensation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times by the scaled clock, but for the tick. */
@ConfigMapping(prefix = "supervisor")
interface CompensationConfig {
    /** How long a failed flight may still end well before its attempt is closed. */
    @WithDefault("10m")
    Duration grace();

    /** How long a person has to decide what became of a parcel before its delivery is given up. */
    @WithDefault("2h")
    Duration decideWithin();

    /** How long an instance has a compensation for itself. */
    @WithDefault("2m")
    Duration lease();

    /** The pause after a first failure; doubled with each further one. */
    @WithDefault("1s")
    Duration firstPause();

    @WithDefault("5m")
    Duration longestPause();

    /** After so many failures in a row a compensation is parked: with the other defaults, in about six hours. */
    @WithDefault("80")
    int triesMax();

    /** How often, in real time, to look for what is due. */
    @WithDefault("200ms")
    Duration tick();
}
