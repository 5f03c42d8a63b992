package io.dronedelivery.drone.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleBacklogTest {
    private final List<TelemetryBatch> batches = new ArrayList<>();
    private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();
    private final AtomicInteger dropped = new AtomicInteger();

    private final SampleBacklog backlog = new SampleBacklog(
            batch -> {
                batches.add(batch);
                return Uni.createFrom().emitter((UniEmitter<? super Void> emitter) -> underWay.add(emitter));
            },
            dropped::incrementAndGet);

    @Test
    void samplesThatCameMeanwhileGoInOneBatchAfterTheFirst() {
        add(1, 3);
        assertThat(sequences()).containsExactly(List.of(1L));
        underWay.getFirst().complete(null);
        assertThat(sequences()).containsExactly(List.of(1L), List.of(2L, 3L));
        assertThat(batches).extracting(TelemetryBatch::more).containsExactly(false, false);
    }

    @Test
    void whenTooManySamplesWaitTheOldestAreDropped() {
        add(1, 1 + SampleBacklog.SAMPLES_MAX + 5);
        assertThat(dropped).hasValue(5);
        underWay.getFirst().complete(null);
        assertThat(batches.getLast().samples())
                .hasSize(SampleBacklog.BATCH_MAX)
                .first()
                .isEqualTo(sample(7));
        assertThat(batches.getLast().more()).isTrue();
    }

    @Test
    void aBatchThatFailedIsTriedAgainBeforeAnythingElse() {
        AtomicInteger failures = new AtomicInteger(2);
        List<Long> stored = new CopyOnWriteArrayList<>();
        SampleBacklog failing = new SampleBacklog(
                batch -> {
                    if (failures.getAndDecrement() > 0) {
                        return Uni.createFrom().failure(new IllegalStateException("the broker is away"));
                    }
                    batch.samples().forEach(sample -> stored.add(sample.sequence()));
                    return Uni.createFrom().voidItem();
                },
                dropped::incrementAndGet);
        LongStream.rangeClosed(1, 3).mapToObj(SampleBacklogTest::sample).forEach(failing::add);
        await().untilAsserted(() -> assertThat(stored).containsExactly(1L, 2L, 3L));
    }

    private void add(long first, long last) {
        LongStream.rangeClosed(first, last).mapToObj(SampleBacklogTest::sample).forEach(backlog::add);
    }

    private List<List<Long>> sequences() {
        return batches.stream()
                .map(batch ->
                        batch.samples().stream().map(DroneTelemetry::sequence).toList())
                .toList();
    }

    private static DroneTelemetry sample(long sequence) {
        return new DroneTelemetry(
                "drone-1",
                sequence,
                Instant.ofEpochMilli(sequence),
                47.0,
                8.0,
                0,
                0,
                0,
                100.0,
                FlightStatus.GROUNDED,
                Payload.UNKNOWN,
                null);
    }
}
