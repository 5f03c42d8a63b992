package io.dronedelivery.scheduler.domain;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that only moves when somebody backoff. */
final class HandClock implements InstantSource {
    private final List<Duration> backoff = new ArrayList<>();
    private Instant now;

    HandClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    Uni<Void> pause(Duration time) {
        return Uni.createFrom().voidItem().invoke(() -> {
            backoff.add(time);
            now = now.plus(time);
        });
    }

    List<Duration> backoff() {
        return List.copyOf(backoff);
    }
}
