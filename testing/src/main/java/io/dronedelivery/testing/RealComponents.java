package io.dronedelivery.testing;

import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every Quarkus test a real PostgreSQL and a real Kafka. Found through <code>META-INF/services</code>: with this
 * module on the test class path there is nothing to annotate.
 */
public final class RealComponents implements QuarkusTestResourceLifecycleManager {
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        postgres = LocalPostgres.temporary();
        kafka = LocalKafka.temporary();
        return Map.of(
                "postgres.address",
                "localhost:" + postgres.port(),
                "kafka.bootstrap.servers",
                kafka.bootstrapServers());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
