package io.dronedelivery.scheduler.domain;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Repeats what failed, after pauses that double and differ at random, until it works or there is no time left. */
public final class RetryPolicy {
    private final Backoff backoff;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Function<Duration, Uni<Void>> pause;

    /**
     * @param pause gives a Uni that completes after that time
     */
    public RetryPolicy(
            Backoff backoff, InstantSource clock, RandomGenerator random, Function<Duration, Uni<Void>> pause) {
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    /** Tries for as long as it takes. */
    <T> Uni<T> forever(Supplier<Uni<T>> call) {
        return until(Instant.MAX, call, _ -> {});
    }

    /**
     * Tries once at least, and again until the deadline; fails with the last failure.
     *
     * @param lost is told of every failure
     */
    <T> Uni<T> until(Instant deadline, Supplier<Uni<T>> call, Consumer<Throwable> lost) {
        return Uni.createFrom().deferred(() -> {
            AtomicInteger failures = new AtomicInteger();
            return Uni.createFrom()
                    .deferred(call::get)
                    .onFailure()
                    .invoke(lost)
                    .onFailure()
                    .retry()
                    .when(failed -> failed.onItem()
                            .transformToUniAndConcatenate(
                                    failure -> again(failure, failures.getAndIncrement(), deadline)));
        });
    }

    /** An item means: again; a failure: enough. */
    private Uni<Throwable> again(Throwable failure, int before, Instant deadline) {
        Duration next = backoff.after(before, failure, random);
        return clock.instant().plus(next).isAfter(deadline)
                ? Uni.createFrom().failure(failure)
                : pause.apply(next).replaceWith(failure);
    }
}
