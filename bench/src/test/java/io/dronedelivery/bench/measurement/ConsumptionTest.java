package io.dronedelivery.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.bench.measurement.Reading.ProcessCpu;
import io.dronedelivery.bench.report.Figure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsumptionTest {
    private static final long TEN_SECONDS = 10_000_000_000L;
    private static final int DELIVERIES = 100;
    private static final long PID = 7;

    @Test
    void whatADeliveryCostsIsTheDifferenceOfTwoReadings() {
        Map<Figure, Double> cost = after(PID).since(before()).perDelivery(DELIVERIES);

        assertThat(cost)
                .containsEntry(new Figure("CPU, delivery", "ms per delivery"), 40.0)
                .containsEntry(new Figure("commits, delivery", "per delivery"), 5.0)
                .containsEntry(new Figure("commits, all databases", "per delivery"), 5.0)
                .containsEntry(new Figure("write-ahead log", "bytes per delivery"), 20.0)
                .containsEntry(new Figure("records, delivery.events", "per delivery"), 0.08)
                .containsEntry(new Figure("records, all topics", "per delivery"), 0.08)
                .containsEntry(new Figure("HTTP calls answered, drone", "per delivery"), 3.0);
    }

    @Test
    void theSimulatorAndTheLoadAreToldButNotCounted() {
        Consumption used = after(PID).since(before());

        assertThat(used.perDelivery(DELIVERIES))
                .containsEntry(new Figure("CPU, whole system", "ms per delivery"), 40.0)
                .containsEntry(new Figure("CPU, simulator (not counted)", "ms per delivery"), 10.0)
                .containsEntry(new Figure("CPU, load generator (not counted)", "ms per delivery"), 20.0);
        assertThat(used.busyCores())
                .containsEntry(new Figure("busy with the system", "cores"), 0.4)
                .containsEntry(new Figure("busy with other programs, or stolen", "cores"), 0.1);
    }

    @Test
    void whatRestCostsIsBySecond() {
        assertThat(after(PID).since(before()).perSecond())
                .containsEntry(new Figure("CPU, delivery", "cores"), 0.4)
                .containsEntry(new Figure("commits, delivery", "per s"), 50.0);
    }

    @Test
    void aLoadGeneratorThatTakesMuchOfTheMachineVoidsTheResult() {
        Consumption twoOfTenSeconds = after(PID).since(before());

        assertThatCode(() -> twoOfTenSeconds.requireSmallGenerator(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> reading(
                                TEN_SECONDS,
                                PID,
                                104,
                                201,
                                304,
                                1_008,
                                after(PID).postgres())
                        .since(before())
                        .requireSmallGenerator(1))
                .isInstanceOf(InvalidMeasurement.class)
                .hasMessageContainingAll("bottleneck", "40 %");
    }

    @Test
    void aProcessThatWasStartedAgainVoidsTheResult() {
        Reading restarted = after(PID + 1);

        assertThatThrownBy(() -> restarted.since(before()))
                .isInstanceOf(InvalidMeasurement.class)
                .hasMessageContaining("delivery was started again");
    }

    private static Reading before() {
        return reading(0, PID, 100, 200, 300, 1_000, new PostgresCounters(Map.of("delivery", 11L), 4_000));
    }

    private static Reading after(long pid) {
        return reading(TEN_SECONDS, pid, 104, 201, 302, 1_008, new PostgresCounters(Map.of("delivery", 511L), 6_000));
    }

    private static Reading reading(
            long nanos, long pid, int delivery, int simulator, int own, int machine, PostgresCounters counters) {
        return new Reading(
                nanos,
                Map.of(
                        "delivery", new ProcessCpu(pid, Duration.ofSeconds(delivery)),
                        "simulator", new ProcessCpu(PID, Duration.ofSeconds(simulator))),
                Duration.ofSeconds(own),
                Optional.of(Duration.ofSeconds(machine)),
                counters,
                new Traffic(Map.of("delivery.events", 2L * delivery), Map.of("drone", nanos == 0 ? 0L : 300L)));
    }
}
