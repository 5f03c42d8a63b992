package io.dronedelivery.gateway.mobile;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How phones are answered. */
@ConfigMapping(prefix = "gateway.mobile")
interface MobileConfig {
    /** So long the service delivery is waited for. */
    Duration timeout();
}
