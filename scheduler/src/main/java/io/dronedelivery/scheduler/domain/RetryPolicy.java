package io.dronedelivery.scheduler.domain;

import io.dronedelivery.chassis.retry.Backoff;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Repeats a call that failed, after pauses, until it succeeds or there is no time left. */
public final class RetryPolicy {
    private final Backoff backoff;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Function<Duration, Uni<Void>> delay;

    /**
     * @param delay gives a Uni that completes after that time
     */
    public RetryPolicy(
            Backoff backoff, InstantSource clock, RandomGenerator random, Function<Duration, Uni<Void>> delay) {
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
        this.delay = delay;
    }

    /** Tries for as long as it takes. */
    <T> Uni<T> forever(Supplier<Uni<T>> call) {
        return until(Instant.MAX, call);
    }

    /** Tries once at least, and again until the deadline; fails with the last failure. */
    <T> Uni<T> until(Instant deadline, Supplier<Uni<T>> call) {
        Uni<T> once = Uni.createFrom().deferred(call::get);
        return backoff.retry(
                once,
                random,
                (failure, _, pause) -> clock.instant().plus(pause).isAfter(deadline)
                        ? Uni.createFrom().failure(failure)
                        : delay.apply(pause));
    }
}
