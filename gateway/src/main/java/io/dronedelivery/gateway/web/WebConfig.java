package io.dronedelivery.gateway.web;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the console is answered. */
@ConfigMapping(prefix = "gateway.web")
interface WebConfig {
    /** So long each service is waited for. */
    Duration timeout();
}
