package io.dronedelivery.supervisor.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times by the scaled clock, but for the tick and the rest. */
@ConfigMapping(prefix = "supervisor")
public interface SupervisorConfig {
    /** How long a failed flight may still end well before its attempt is closed. */
    @WithDefault("10m")
    Duration grace();

    /** How long a person has to decide what became of a parcel before its delivery is given up. */
    @WithDefault("2h")
    Duration decideWithin();

    /** The pause after a first failure; doubled with each further one. */
    @WithDefault("1s")
    Duration firstPause();

    @WithDefault("5m")
    Duration longestPause();

    /** After so many failures in a row a compensation is parked: with the other defaults, in about six hours. */
    @WithDefault("93")
    int triesMax();

    /** Within what time a request has to be answered, before a change is published again, and before an alert is raised. */
    @WithDefault("5m")
    Duration answerWithin();

    /** How long an overdue flight may still end before it is taken to have failed. */
    @WithDefault("30m")
    Duration overdueGrace();

    /** After how long to check again what can't be decided now. */
    @WithDefault("1m")
    Duration checkAgain();

    /** How long an instance has a compensation, or a watched delivery, for itself. */
    @WithDefault("2m")
    Duration lease();

    /** How often, in real time, to look for what is due. */
    @WithDefault("200ms")
    Duration tick();

    /** How long, in real time, not to look for what is due at most, while nothing is. */
    @WithDefault("1s")
    Duration restMax();
}
