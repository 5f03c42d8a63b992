package io.dronedelivery.gateway.edge;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which clients are served, and how long they may take. */
@ConfigMapping(prefix = "gateway.edge")
public interface EdgeConfig {
    /** From the first byte of a header to its end. */
    Duration headerTimeout();

    /** From the end of a header to the end of the body. */
    Duration bodyTimeout();

    /** The origins whose pages may use the API; <code>*</code> is any. */
    Optional<Set<String>> origins();

    /** The proxies in front of the gateway, as addresses or networks: 10.0.0.0/8. */
    Optional<List<String>> trustedProxies();
}
