package io.dronedelivery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final int BACKLOG_MAX = 2_000;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int UNPROCESSABLE = 422;

    private final FakeTelemetryApi fake = new FakeTelemetryApi();
    private final TelemetryClient client = new TelemetryClient(fake.address());
    private final Backlog backlog = new Backlog(BACKLOG_MAX);
    private final List<Order> obeyed = new ArrayList<>();
    private final Link link = new Link(client, backlog, obeyed::addAll, Duration.ofMillis(1));

    @AfterEach
    void close() {
        client.close();
        fake.close();
    }

    @Test
    void samplesArriveInOrderAndOrdersComeBack() {
        fake.orders = List.of(new Order("d1", null, new Position(47, 8)));

        backlog.add(samples(1, 1_400));
        exchangeUntil(() -> fake.stored.size() == 1_400 && obeyed.size() == 2);

        assertThat(fake.stored).extracting(DroneTelemetry::sequence).isSorted();
        assertThat(obeyed).containsOnly(fake.orders.getFirst());
    }

    @Test
    void whileTheDroneServiceIsAwaySamplesWaitAndComeInOrderOnItsReturn() {
        fake.status = SERVICE_UNAVAILABLE;
        backlog.add(samples(1, 10));
        exchangeUntil(() -> fake.seen.size() >= 30); // the same ten, again and again
        backlog.add(samples(11, 20));

        fake.status = FakeTelemetryApi.OK;
        exchangeUntil(() -> fake.stored.size() >= 20);

        assertThat(fake.stored).isEqualTo(samples(1, 20));
        assertThat(obeyed).isEmpty();
    }

    @Test
    void ofTooManySamplesTheNewestAreKept() {
        fake.status = SERVICE_UNAVAILABLE;
        for (int first = 1; first <= 6_000; first += 100) {
            backlog.add(samples(first, first + 99));
            link.exchange();
        }
        exchangeUntil(() -> backlog.dropped() == 4_000 && backlog.size() == BACKLOG_MAX);

        fake.status = FakeTelemetryApi.OK;
        exchangeUntil(() -> fake.stored.size() >= BACKLOG_MAX);

        assertThat(fake.stored).isEqualTo(samples(4_001, 6_000));
    }

    @Test
    void samplesThatTheDroneServiceWillNeverTakeDoNotBlockTheNext() {
        fake.status = UNPROCESSABLE;
        backlog.add(samples(1, 5));
        exchangeUntil(() -> fake.seen.size() == 5);
        fake.status = FakeTelemetryApi.OK;

        backlog.add(samples(6, 7));
        exchangeUntil(() -> fake.stored.size() == 2);

        assertThat(fake.seen).isEqualTo(samples(1, 7));
    }

    @Test
    void aDroneServiceThatIsNotThereIsAskedAgainAndAgain() {
        fake.close();
        backlog.add(samples(1, 5));

        for (int attempt = 0; attempt < 3; attempt++) {
            exchangeUntil(() -> backlog.size() == 0);
            exchangeUntil(() -> backlog.size() == 5);
        }

        assertThat(backlog.take(5)).isEqualTo(samples(1, 5));
    }

    private void exchangeUntil(BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            link.exchange();
            LockSupport.parkNanos(200_000);
        }
    }

    private static List<DroneTelemetry> samples(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> new DroneTelemetry(
                        "d1",
                        sequence,
                        Instant.EPOCH.plusSeconds(sequence),
                        47.0,
                        8.0,
                        0,
                        0,
                        0,
                        100.0,
                        FlightStatus.GROUNDED,
                        Payload.EMPTY,
                        null))
                .toList();
    }
}
