package io.dronedelivery.chassis.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Backoff BACKOFF = new Backoff(FIRST, LONGEST);
    private static final Backoff SHORT = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));
    private static final Predicate<Throwable> TEMPORARY = IllegalStateException.class::isInstance;

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void thePauseDoublesUpToALimit() {
        assertThat(BACKOFF.pause(1)).isEqualTo(FIRST);
        assertThat(BACKOFF.pause(2)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.pause(6)).isEqualTo(Duration.ofSeconds(16));
        assertThat(BACKOFF.pause(7)).isEqualTo(LONGEST);
    }

    @Test
    void thePauseDoesNotOverflow() {
        assertThat(BACKOFF.pause(65)).isEqualTo(LONGEST);
        assertThat(BACKOFF.pause(Integer.MAX_VALUE)).isEqualTo(LONGEST);
        assertThat(new Backoff(Duration.ofDays(10_000), Duration.ofDays(100_000)).pause(1_000))
                .isEqualTo(Duration.ofDays(100_000));
    }

    @Test
    void thePauseIsShortenedByThreeTenthsAtMost() {
        RandomGenerator random = new Random(1);
        for (int failures = 1; failures < 100; failures++) {
            Duration whole = BACKOFF.pause(failures);
            assertThat(BACKOFF.pause(failures, random))
                    .isBetween(whole.multipliedBy(7).dividedBy(10), whole);
        }
    }

    @Test
    void callersThatFailedTogetherDoNotComeBackTogether() {
        RandomGenerator random = new Random(1);

        assertThat(IntStream.range(0, 10).mapToObj(_ -> BACKOFF.pause(100, random)))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatFailsForATimeIsTriedAgain() {
        assertThat(SHORT.retry(failing(3), TEMPORARY).await().atMost(LONGEST)).isEqualTo("done");
        assertThat(tries).hasValue(4);
    }

    @Test
    void whatFailsForGoodIsNotTriedAgain() {
        Uni<String> work = SHORT.retry(failing(3), _ -> false);

        assertThatThrownBy(() -> work.await().atMost(LONGEST)).hasMessage("failure 1");
        assertThat(tries).hasValue(1);
    }

    @Test
    void triesCanBeLimited() {
        Uni<String> work = SHORT.retry(failing(3), TEMPORARY, 2);

        assertThatThrownBy(() -> work.await().atMost(LONGEST)).hasMessage("failure 2");
        assertThat(tries).hasValue(2);
    }

    @Test
    void eachSubscriptionCountsItsFailuresItself() {
        Uni<String> work = SHORT.retry(failing(3), TEMPORARY, 2);
        assertThatThrownBy(() -> work.await().atMost(LONGEST)).hasMessage("failure 2");

        assertThat(work.await().atMost(LONGEST)).isEqualTo("done");
    }

    @Test
    void aPauseIsLongerByWhatTheCalleeAskedFor() {
        Duration asked = Duration.ofMinutes(1);
        List<Duration> pauses = new ArrayList<>();
        Uni<String> busyTwice = Uni.createFrom()
                .deferred(() -> tries.incrementAndGet() <= 2
                        ? Uni.createFrom().failure(new RemoteFailure("busy", asked, null))
                        : Uni.createFrom().item("done"));

        BACKOFF.retry(busyTwice, new Random(1), (_, _, pause) -> {
                    pauses.add(pause);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .atMost(LONGEST);

        assertThat(pauses).hasSize(2).allSatisfy(pause -> assertThat(pause).isBetween(asked, asked.plusSeconds(1)));
    }

    private Uni<String> failing(int times) {
        return Uni.createFrom().deferred(() -> {
            int now = tries.incrementAndGet();
            return now <= times
                    ? Uni.createFrom().failure(new IllegalStateException("failure " + now))
                    : Uni.createFrom().item("done");
        });
    }
}
