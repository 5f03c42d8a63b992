package io.dronedelivery.supervisor.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times by the scaled clock, but for the tick. */
@ConfigMapping(prefix = "supervisor")
interface WatchConfig {
    /** Within what time a request has to be answered, before a change is published again, and before an alert is raised. */
    @WithDefault("5m")
    Duration answerWithin();

    /** How long an overdue flight may still end before it is taken to have failed. */
    @WithDefault("30m")
    Duration overdueGrace();

    /** After how long to check again what can't be decided now. */
    @WithDefault("1m")
    Duration checkAgain();

    /** How long an instance has a delivery for itself while it checks it. */
    @WithDefault("2m")
    Duration lease();

    /** How often, in real time, to look for what is due. */
    @WithDefault("200ms")
    Duration tick();
}
