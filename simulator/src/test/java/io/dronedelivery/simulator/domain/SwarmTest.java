package io.dronedelivery.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwarmTest {
    private static final Instant START = Sortie.START;

    private final Swarm swarm = swarm();

    private static Swarm swarm() {
        Swarm swarm = new Swarm(new Wind(3), START);
        swarm.add(Drone.at("d1", Sortie.HOME, START), Sortie.STANDARD);
        swarm.add(Drone.at("d2", Sortie.HOME, START), Sortie.STANDARD);
        return swarm;
    }

    @Test
    void aWaitingDroneReportsEveryTenSecondsInItsTurn() {
        List<DroneTelemetry> samples = swarm.advance(START.plusSeconds(60));

        assertThat(samples).hasSize(12);
        assertThat(samples).extracting(DroneTelemetry::time).doesNotHaveDuplicates();
    }

    @Test
    void aFlyingDroneReportsEverySecondWithAnIncreasingSequence() {
        orderFirst();

        List<DroneTelemetry> first = ofFirst(swarm.advance(START.plusSeconds(60)));

        assertThat(first).hasSize(60);
        assertThat(first).extracting(DroneTelemetry::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(first).allMatch(sample -> sample.sequence() > START.toEpochMilli());
        assertThat(first).extracting(DroneTelemetry::time).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedFliesTheSameHoweverTheTimeIsCut() {
        Swarm other = swarm();
        orderFirst();
        other.obey(List.of(new Order("d1", flight(), Sortie.HOME)));

        swarm.advance(START.plusSeconds(100));
        for (int tick = 1; tick <= 1_000; tick++) {
            other.advance(START.plusMillis(tick * 100L));
        }

        assertThat(other.drones()).isEqualTo(swarm.drones());
    }

    @Test
    void timeInWhichTheProcessStoodStillIsNotFlown() {
        orderFirst();

        List<DroneTelemetry> first = ofFirst(swarm.advance(START.plus(Duration.ofHours(5))));

        assertThat(first).hasSizeLessThanOrEqualTo(120);
        assertThat(first.getLast().time()).isEqualTo(START.plus(Duration.ofHours(5)));
    }

    private void orderFirst() {
        swarm.obey(List.of(new Order("d1", flight(), Sortie.HOME), new Order("somebody-else", flight(), Sortie.HOME)));
    }

    private static Flight flight() {
        return Sortie.flight("m1", Sortie.away(Sortie.HOME, 900, 0), Sortie.away(Sortie.HOME, 0, 900));
    }

    private static List<DroneTelemetry> ofFirst(List<DroneTelemetry> samples) {
        return samples.stream().filter(sample -> sample.droneId().equals("d1")).toList();
    }
}
