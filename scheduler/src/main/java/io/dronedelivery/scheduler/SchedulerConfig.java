package io.dronedelivery.scheduler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the scheduler. */
@ConfigMapping(prefix = "scheduler")
interface SchedulerConfig {

    /**
     * How many deliveries are arranged at a time; the requests of one delivery are carried out in order. A multiple of
     * the calls that one service gets at a time, so that one that is slow does not hold all of them.
     */
    @WithDefault("64")
    int concurrency();
}
