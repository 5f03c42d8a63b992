package io.dronedelivery.chassis.channel;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** The client that asks the broker about itself: connected when it is first needed, with a short time-out. */
@Singleton
public class BrokerAdmin {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    BrokerAdmin(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        int millis = Math.toIntExact(TIMEOUT.toMillis());
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    }

    /** The client; what it asks fails where the broker does not answer after 2 s. */
    public synchronized Admin client() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
