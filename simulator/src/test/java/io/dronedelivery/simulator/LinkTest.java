package io.dronedelivery.simulator;

import static io.dronedelivery.simulator.TestedLink.BACKLOG_MAX;
import static io.dronedelivery.simulator.TestedLink.INTERVAL;
import static io.dronedelivery.simulator.TestedLink.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int UNPROCESSABLE = 422;
    private static final Position HOME = new Position(47, 8);

    private final TestedLink tested;
    private final FakeTelemetryApi api;

    LinkTest(@TempDir Path folder) {
        this.tested = TestedLink.withToken(folder);
        this.api = tested.api;
    }

    @AfterEach
    void close() {
        tested.close();
    }

    @Test
    void samplesArriveInOrderAndOrdersComeBack() {
        Order own = new Order(TestedLink.DRONE, null, HOME);
        api.orders = List.of(own, new Order("another", null, HOME));

        tested.report(1, 140);
        tested.exchangeUntil(() -> api.stored.size() == 140 && tested.obeyed.size() == 2);

        assertThat(api.stored).isEqualTo(samples(1, 140));
        assertThat(tested.obeyed).containsOnly(own);
    }

    @Test
    void aDronePostsOnceInAnIntervalAllThatItReportedMeanwhile() {
        int intervals = 8;
        int parts = 10;
        for (int sample = 1; sample <= intervals * parts; sample++) {
            tested.report(sample, sample);
            tested.exchangeAfter(INTERVAL.dividedBy(parts));
            tested.takeAnswer();
        }

        assertThat(api.posts).hasSize(intervals);
        assertThat(api.stored).isEqualTo(samples(1, intervals * parts));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 502, SERVICE_UNAVAILABLE})
    void samplesThatMayBeTakenLaterWaitAndComeInOrder(int status) {
        api.status = status;
        tested.report(1, 10);
        tested.exchangeUntil(() -> api.posts.size() >= 3); // the same ten, again and again
        tested.report(11, 20);

        api.status = FakeTelemetryApi.OK;
        tested.exchangeUntil(() -> api.stored.size() >= 20);

        assertThat(api.seen().subList(10, 20)).isEqualTo(samples(1, 10));
        assertThat(api.stored).isEqualTo(samples(1, 20));
        assertThat(tested.obeyed).isEmpty();
    }

    @Test
    void ofTooManySamplesTheNewestAreKept() {
        api.status = SERVICE_UNAVAILABLE;
        for (int first = 1; first <= 1_000; first += 10) {
            tested.report(first, first + 9);
            tested.exchangeAfter(INTERVAL);
        }
        tested.takeAnswer();
        assertThat(tested.backlog.size()).isEqualTo(BACKLOG_MAX);
        assertThat(tested.backlog.dropped()).isEqualTo(700);

        api.status = FakeTelemetryApi.OK;
        tested.exchangeUntil(() -> api.stored.size() >= BACKLOG_MAX);

        assertThat(api.stored).isEqualTo(samples(701, 1_000));
    }

    @Test
    void samplesThatAreNeverTakenDoNotBlockTheNext() {
        api.status = UNPROCESSABLE;
        tested.report(1, 5);
        tested.exchangeAfter(INTERVAL);
        tested.takeAnswer();
        api.status = FakeTelemetryApi.OK;

        tested.report(6, 7);
        tested.exchangeUntil(() -> api.stored.size() == 2);

        assertThat(api.seen()).isEqualTo(samples(1, 7));
    }

    @Test
    void anApiThatIsNotThereIsAskedAgainAndAgain() {
        api.close();
        tested.report(1, 5);

        for (int attempt = 0; attempt < 3; attempt++) {
            tested.exchangeAfter(INTERVAL);
            assertThat(tested.backlog.size()).as("posted").isZero();
            tested.takeAnswer();
        }

        assertThat(tested.backlog.take(5)).isEqualTo(samples(1, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE})
    void aDroneWaitsAsLongAsTheAnswerSays(int status) {
        assertThat(waitsAfter(status, "3")).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aDroneWaitsFiveSecondsAtMost() {
        assertThat(waitsAfter(SERVICE_UNAVAILABLE, "3600")).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "Wed, 21 Oct 2026 07:28:00 GMT"})
    void withoutSecondsToWaitADronePostsInItsNextSlot(String retryAfter) {
        assertThat(waitsAfter(SERVICE_UNAVAILABLE, retryAfter)).isEqualTo(INTERVAL);
    }

    /** How long a drone that was answered so does not post. */
    private Duration waitsAfter(int status, String retryAfter) {
        api.status = status;
        api.retryAfter = retryAfter;
        tested.report(1, 1);
        tested.exchangeAfter(INTERVAL);
        tested.takeAnswer();
        assertThat(api.posts).hasSize(1);

        Duration waited = Duration.ZERO;
        while (tested.backlog.size() > 0) { // what is posted is taken out
            tested.exchangeAfter(INTERVAL);
            waited = waited.plus(INTERVAL);
        }
        return waited;
    }
}
