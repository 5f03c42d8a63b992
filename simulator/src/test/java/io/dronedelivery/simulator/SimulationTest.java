package io.dronedelivery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.MissionReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    private static final String DRONE = "oerlikon-light-1";
    private static final MissionReference MISSION = new MissionReference("m1", 1, false);

    private final Path folder;
    private final FleetPlan plan = FleetPlan.load();
    private final Position home = plan.base("oerlikon").location();
    private final FakeTelemetryApi fake = new FakeTelemetryApi("-token");
    private Instant now = Instant.parse("2026-06-01T08:00:00Z");
    private long nanos;
    private final Timetable timetable = new Timetable(Duration.ofMillis(500), () -> nanos);
    private final TelemetryClient client;

    SimulationTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Path tokens = Files.writeString(
                folder.resolve("tokens.json"),
                FakeTelemetryApi.tokens(plan.drones().keySet(), "-token"));
        this.client = new TelemetryClient(fake.address(), new Tokens(tokens, timetable.nanoTime()));
    }

    @AfterEach
    void close() {
        client.close();
        fake.close();
    }

    @Test
    void aMissionOrderedByTheDroneServiceIsFlown() {
        orderMission();

        Simulation simulation = simulation();
        tickUntil(simulation, sample -> sample.payload() == DroneTelemetry.Payload.LOADED);
        DroneTelemetry back = tickUntil(
                simulation, sample -> sample.mission() == null && sample.flightStatus() == FlightStatus.LANDED);

        assertThat(position(back).metersTo(home)).isLessThan(10);
        assertThat(back.payload()).isEqualTo(DroneTelemetry.Payload.EMPTY);
        assertThat(ofDrone()).extracting(DroneTelemetry::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void afterAKillTheDroneGoesOnFromItsSnapshot() {
        orderMission();
        Simulation killed = simulation();
        tickUntil(killed, sample -> sample.payload() == DroneTelemetry.Payload.LOADED);
        killed.save();
        DroneTelemetry last = tickUntil(killed, sample -> sample.flightStatus() == FlightStatus.AIRBORNE);

        int before = ofDrone().size();
        tickUntil(simulation(), _ -> ofDrone().size() > before);
        DroneTelemetry resumed = ofDrone().get(before);

        assertThat(resumed.sequence()).isGreaterThan(last.sequence());
        assertThat(resumed.mission()).isEqualTo(MISSION);
        assertThat(resumed.payload()).isEqualTo(DroneTelemetry.Payload.LOADED);
        assertThat(position(resumed).metersTo(position(last))).isLessThan(500);
    }

    @Test
    void whatADroneSaidToHaveGivenUpItDoesNotFlyAfterAKill() {
        orderMission();
        List<Order> ordered = fake.orders;
        Simulation killed = simulation();
        tickUntil(killed, sample -> sample.flightStatus() == FlightStatus.AIRBORNE);
        killed.save();
        fake.orders = List.of(new Order(DRONE, null, home));
        MissionReference givenUp = new MissionReference("m1", 1, true);
        tickUntil(killed, _ -> ofDrone().stream().anyMatch(sample -> givenUp.equals(sample.mission())));

        fake.orders = ordered;
        int before = ofDrone().size();
        tickUntil(simulation(), sample -> sample.flightStatus() == FlightStatus.LANDED);

        assertThat(ofDrone().subList(before, ofDrone().size()))
                .noneMatch(sample -> MISSION.equals(sample.mission()))
                .noneMatch(sample -> sample.payload() == DroneTelemetry.Payload.LOADED);
    }

    @Test
    void aDamagedSnapshotStartsTheFleetAnew() throws IOException {
        Files.writeString(folder.resolve("drones.json"), "{\"drones\":[{");

        DroneTelemetry first = tickUntil(simulation(), _ -> true);

        assertThat(position(first).metersTo(home)).isLessThan(1);
        assertThat(first.sequence())
                .isGreaterThan(Instant.parse("2026-06-01T08:00:00Z").toEpochMilli());
    }

    @Test
    void aPostHasSamplesOfOneDroneOnly() {
        orderMission();
        tickUntil(simulation(), sample -> sample.flightStatus() == FlightStatus.AIRBORNE);

        assertThat(fake.posts).allSatisfy(samples -> assertThat(samples)
                .extracting(DroneTelemetry::droneId)
                .containsOnly(samples.getFirst().droneId()));
        assertThat(fake.stored.stream().map(DroneTelemetry::droneId).distinct())
                .containsExactlyInAnyOrderElementsOf(plan.drones().keySet());
    }

    @Test
    void aDroneThatGetsNoAnswerDoesNotHoldUpAnother() {
        fake.unanswered.add("oerlikon-light-2");
        orderMission();

        tickUntil(simulation(), sample -> sample.flightStatus() == FlightStatus.AIRBORNE);

        assertThat(fake.stored).extracting(DroneTelemetry::droneId).doesNotContain("oerlikon-light-2");
        assertThat(fake.seen()).extracting(DroneTelemetry::droneId).contains("oerlikon-light-2");
    }

    private void orderMission() {
        Position pickup = new Position(home.latitude() + 0.004, home.longitude());
        Position dropoff = new Position(home.latitude(), home.longitude() + 0.005);
        Flight flight = new Flight(MISSION, pickup, dropoff, 700, now);
        fake.orders = List.of(new Order(DRONE, flight, home));
    }

    private Simulation simulation() {
        return new Simulation(plan, 5, () -> now, new Snapshot(folder.resolve("drones.json")), client, timetable);
    }

    /** Lets two seconds pass per step, each once the telemetry API has answered all drones that it answers at all. */
    private DroneTelemetry tickUntil(Simulation simulation, Predicate<DroneTelemetry> reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int known = ofDrone().size();
        while (System.nanoTime() < deadline) {
            now = now.plusSeconds(2);
            nanos += timetable.interval().toNanos();
            do {
                simulation.tick();
                LockSupport.parkNanos(200_000);
            } while (simulation.isPosting() && fake.unanswered.isEmpty() && System.nanoTime() < deadline);
            List<DroneTelemetry> samples = ofDrone();
            if (samples.size() > known && reached.test(samples.getLast())) {
                return samples.getLast();
            }
        }
        throw new AssertionError("not reached, last: " + ofDrone());
    }

    private List<DroneTelemetry> ofDrone() {
        return fake.stored.stream()
                .filter(sample -> Objects.equals(sample.droneId(), DRONE))
                .toList();
    }

    private static Position position(DroneTelemetry sample) {
        return Objects.requireNonNull(sample.position());
    }
}
