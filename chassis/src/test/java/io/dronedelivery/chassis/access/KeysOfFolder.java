package io.dronedelivery.chassis.access;

import static org.awaitility.Awaitility.await;

import io.dronedelivery.issuer.LocalIssuer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys of an issuer in a folder, read again every 20 ms. */
final class KeysOfFolder implements AutoCloseable {
    private static final Duration SOON = Duration.ofMillis(20);

    private record Config(String keys) implements AccessConfig {
        @Override
        public Duration keysRefresh() {
            return SOON;
        }

        @Override
        public Duration keysPause() {
            return Duration.ZERO;
        }

        @Override
        public Duration keysTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Optional<String> serviceTokenFile() {
            return Optional.empty();
        }
    }

    /** Counts how often the keys were read. */
    private static final class CountingSource extends KeySource {
        private final AtomicInteger count = new AtomicInteger();

        CountingSource(Vertx vertx, AccessConfig config) {
            super(vertx.getDelegate(), config);
        }

        @Override
        Uni<Map<String, Key>> read() {
            return super.read().onItem().invoke(count::incrementAndGet);
        }

        void awaitTwoReadings() {
            int before = count.get();
            await().until(() -> count.get() >= before + 2);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final LocalIssuer issuer;
    private final CountingSource source;
    private final SigningKeys keys;

    KeysOfFolder(Path folder) {
        issuer = LocalIssuer.in(folder);
        Config config = new Config(issuer.publishedKeys().toString());
        source = new CountingSource(vertx, config);
        keys = new SigningKeys(source, config, vertx);
        keys.start(new StartupEvent());
        source.awaitTwoReadings();
    }

    SigningKeys keys() {
        return keys;
    }

    LocalIssuer issuer() {
        return issuer;
    }

    /** Replaces all keys of the issuer, and waits until that was read. */
    void withdrawAll() {
        issuer.rotate();
        issuer.rotate();
        source.awaitTwoReadings();
    }

    @Override
    public void close() {
        keys.stop(new ShutdownEvent());
        vertx.closeAndAwait();
    }
}
