package io.dronedelivery.chassis.access;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The public keys that tokens are signed with, by their ids. They are read again from time to time, also where nobody asks, so
 * that a withdrawn key is forgotten. They are read, too, as soon as a token names a key that is not known, so that a new key is
 * accepted at its first use.
 */
@Singleton
class SigningKeys {
    private static final Logger log = Logger.getLogger(SigningKeys.class);

    private final KeySource source;
    private final AccessConfig config;
    private final PeriodicTask refresh;
    private final SharedUni<Void> reading = new SharedUni<>(this::read);
    private volatile Map<String, Key> keys = Map.of();
    private volatile long triedAtNanos;

    SigningKeys(KeySource source, AccessConfig config, Vertx vertx) {
        this.source = source;
        this.config = config;
        this.refresh = new PeriodicTask(vertx, config.keysRefresh(), "keys of tokens", this::refreshed);
        this.triedAtNanos = System.nanoTime() - config.keysPause().toNanos();
    }

    void start(@Observes StartupEvent start) {
        refresh.startAtOnce();
    }

    void stop(@Observes ShutdownEvent stopping) {
        refresh.end();
    }

    /** The key of that id. */
    Optional<Key> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** Reads the keys again, not sooner than the pause after the last time. */
    Uni<Void> reread() {
        return reading.join();
    }

    private Uni<Void> refreshed() {
        return reread().onFailure()
                .invoke(failure -> log.warnf(
                        "keys of tokens not read, the known ones stay keys=%s because=%s", config.keys(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> read() {
        Duration left = config.keysPause().minus(sinceTried());
        Uni<Void> now = Uni.createFrom().voidItem();
        return (left.isPositive() ? now.onItem().delayIt().by(left) : now)
                .chain(() -> {
                    triedAtNanos = System.nanoTime();
                    return source.read();
                })
                .invoke(this::replace)
                .replaceWithVoid();
    }

    private Duration sinceTried() {
        return Duration.ofNanos(System.nanoTime() - triedAtNanos);
    }

    private void replace(Map<String, Key> read) {
        if (!read.keySet().equals(keys.keySet())) {
            log.infof("keys of tokens read ids=%s", read.keySet());
        }
        keys = read;
    }
}
