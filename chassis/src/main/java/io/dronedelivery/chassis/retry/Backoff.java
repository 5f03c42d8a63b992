package io.dronedelivery.chassis.retry;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * How long to pause before what failed is tried again: twice as long each time.
 *
 * @param first the pause after the first failure
 * @param longest the pause at which the doubling ends
 */
public record Backoff(Duration first, Duration longest) {
    /** The part of a pause that is left to chance: callers that failed together do not come back together. */
    private static final double JITTER = 0.3;

    /** Seeded when it draws: a native executable would hold a generator made at its build, with one seed for all processes. */
    private static final RandomGenerator RANDOM =
            () -> ThreadLocalRandom.current().nextLong();

    /** The pause after so many failures in a row, one at least. */
    public Duration pause(int failures) {
        double doubled = Math.scalb((double) first.toMillis(), failures - 1);
        return Duration.ofMillis((long) Math.min(doubled, (double) longest.toMillis()));
    }

    /** The same pause, made shorter at random. */
    public Duration pause(int failures, RandomGenerator random) {
        return Duration.ofMillis(Math.round(pause(failures).toMillis() * (1 - JITTER * random.nextDouble())));
    }

    /** Does the work until it succeeds, or fails for good. */
    public <T> Uni<T> retry(Uni<T> work, Predicate<Throwable> temporary) {
        return retry(work, temporary, Integer.MAX_VALUE);
    }

    /** Does the work until it succeeds, fails for good, or has failed so many times. */
    public <T> Uni<T> retry(Uni<T> work, Predicate<Throwable> temporary, int triesMax) {
        return retry(
                work,
                RANDOM,
                (failure, failures, pause) -> temporary.test(failure) && failures < triesMax
                        ? delay(pause)
                        : Uni.createFrom().failure(failure));
    }

    /** Does the work until it succeeds or a failure ends it. A pause is longer by what the callee asked for. */
    public <T> Uni<T> retry(Uni<T> work, RandomGenerator random, AfterFailure afterFailure) {
        return Uni.createFrom().deferred(() -> {
            AtomicInteger failures = new AtomicInteger();
            return work.onFailure().retry().when(failed -> failed.onItem().transformToUniAndConcatenate(failure -> {
                int inARow = failures.incrementAndGet();
                Duration pause = pause(inARow, random).plus(askedFor(failure));
                return afterFailure.apply(failure, inARow, pause).replaceWith(failure);
            }));
        });
    }

    /** Completes after that time. */
    public static Uni<Void> delay(Duration time) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(time);
    }

    private static Duration askedFor(Throwable failure) {
        return failure instanceof RemoteFailure remote ? remote.retryAfter() : Duration.ZERO;
    }

    /** What happens after a failure. */
    @FunctionalInterface
    public interface AfterFailure {
        /** Completes after the pause for another try, or fails to end it. */
        Uni<Void> apply(Throwable failure, int failures, Duration pause);
    }
}
