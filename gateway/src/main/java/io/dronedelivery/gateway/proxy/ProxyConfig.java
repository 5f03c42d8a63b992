package io.dronedelivery.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How requests are passed on; the values are in <code>application.properties</code>. */
@ConfigMapping(prefix = "gateway.proxy")
interface ProxyConfig {
    /** Until a service has accepted a connection, or one to it is free. */
    Duration connectTimeout();

    /** From when a service has the whole request until its answer begins. */
    Duration answerTimeout();

    /** A connection to a service that is silent for so long is closed. */
    Duration idleTimeout();

    /** How many requests are under way to one service. */
    int requestsMax();

    /** How many streams of events are open from one service. */
    int streamsMax();
}
