package io.dronedelivery.supervisor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings, <code>supervisor.*</code>; durations are of the system's clock, but for the tick. */
@ConfigMapping(prefix = "supervisor")
interface SupervisorConfig {
    /** How long a failed flight may still end well before its attempt is closed. */
    @WithDefault("10m")
    Duration grace();

    /** How long a person has to say what became of a parcel before its delivery is given up. */
    @WithDefault("2h")
    Duration decideWithin();

    /** How long a workflow in hand is kept from other instances. */
    @WithDefault("2m")
    Duration lease();

    /** The pause after a first failure; doubled with each further one. */
    @WithDefault("1s")
    Duration firstPause();

    @WithDefault("5m")
    Duration longestPause();

    /** After so many failures in a row a workflow is parked: with the other defaults, in about six hours. */
    @WithDefault("80")
    int triesMax();

    /** The time that an accepted request has to be answered, before a change is published again, and before people are told. */
    @WithDefault("5m")
    Duration answerWithin();

    /** How long an overdue flight may still end before it is taken to have failed. */
    @WithDefault("30m")
    Duration overdueGrace();

    /** When to look again at what the watch can't decide now. */
    @WithDefault("1m")
    Duration lookAgain();

    /** How often, in real time, to look for what is due. */
    @WithDefault("200ms")
    Duration tick();
}
