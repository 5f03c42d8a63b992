package io.dronedelivery.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of every mission that a drone may be sent on, over many seeds. */
class MissionPropertyTest {
    private static final int SEEDS = 1_000;
    private static final double RESERVE_PERCENT = 20;
    /** A drone is sent out with this much at least. */
    private static final double BATTERY_MIN = 30;

    private static final List<Airframe> AIRFRAMES = List.of(
            new Airframe("Swift 12", 1_500, 12_000, 18), Sortie.STANDARD, new Airframe("Heron 30", 8_000, 30_000, 16));

    @Test
    void everyFeasibleMissionIsFlownAsOrdered() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Airframe airframe = AIRFRAMES.get(random.nextInt(AIRFRAMES.size()));
            double battery = random.nextDouble(BATTERY_MIN, 100);
            Flight flight = feasible(airframe, battery, random);
            Drone rested = Drone.at("d1", Sortie.HOME, Sortie.START);
            Sortie sortie = new Sortie(rested.with(rested.motion(), battery), airframe, seed);

            sortie.order(flight).until(drone -> drone.loadGrams() > 0);
            Drone loaded = sortie.drone();
            Drone unloaded = sortie.until(drone -> drone.loadGrams() == 0);
            Drone back = sortie.untilIdle();

            assertThat(sortie.seconds).as("seed %d", seed).noneMatch(drone -> drone.battery() < RESERVE_PERCENT);
            assertStandsAt(flight.pickup(), loaded);
            assertStandsAt(flight.dropoff(), unloaded);
            assertStandsAt(Sortie.HOME, back);
            assertThat(back.status()).isEqualTo(FlightStatus.LANDED);
            assertWithinLimits(sortie.seconds, airframe);
            assertNothingFliesBefore(flight, sortie);
        }
    }

    /** By the fleet's rule: to the pickup, to the drop-off and home on what the battery holds above its reserve. */
    private static Flight feasible(Airframe airframe, double battery, SplittableRandom random) {
        double range = airframe.rangeMetersMax() * (battery - RESERVE_PERCENT) / 100;
        while (true) {
            Position pickup = somewhere(range / 2, random);
            Position dropoff = somewhere(range / 2, random);
            double meters = Sortie.HOME.metersTo(pickup) + pickup.metersTo(dropoff) + dropoff.metersTo(Sortie.HOME);
            if (meters <= range) {
                int grams = random.nextInt(1, airframe.payloadGramsMax() + 1);
                Duration wait = Duration.ofSeconds(random.nextInt(120));
                return new Flight(
                        new MissionReference("m1", 1, false), pickup, dropoff, grams, Sortie.START.plus(wait));
            }
        }
    }

    private static Position somewhere(double metersMax, SplittableRandom random) {
        double meters = random.nextDouble() * metersMax;
        double angle = random.nextDouble() * 2 * Math.PI;
        return Sortie.away(Sortie.HOME, meters * Math.cos(angle), meters * Math.sin(angle));
    }

    private static void assertStandsAt(Position place, Drone drone) {
        assertThat(drone.motion().position().metersTo(place)).isLessThan(10);
        assertThat(drone.motion().onGround()).isTrue();
        assertThat(drone.aloft()).isFalse();
    }

    private static void assertWithinLimits(List<Drone> seconds, Airframe airframe) {
        for (int second = 1; second < seconds.size(); second++) {
            Motion before = seconds.get(second - 1).motion();
            Motion after = seconds.get(second).motion();
            assertThat(after.velocity().length()).isLessThanOrEqualTo(airframe.cruiseSpeed() + Wind.SPEED_MAX);
            assertThat(after.altitude()).isBetween(0.0, 61.0);
            assertThat(after.climb()).isBetween(-Motion.DESCENT_SPEED_MAX, Motion.CLIMB_SPEED);
            if (!after.onGround()) {
                double change = after.velocity().minus(before.velocity()).length();
                assertThat(change).isLessThanOrEqualTo(Motion.ACCELERATION_MAX + 1e-9);
                assertThat(after.climb()).isCloseTo(before.climb(), within(Motion.VERTICAL_ACCELERATION_MAX + 1e-9));
            }
            double moved = before.position().metersTo(after.position());
            assertThat(moved).isLessThanOrEqualTo(airframe.cruiseSpeed() + Wind.SPEED_MAX + 0.1);
        }
    }

    private static void assertNothingFliesBefore(Flight flight, Sortie sortie) {
        long early = Duration.between(Sortie.START, flight.readyAt()).toSeconds();
        assertThat(sortie.seconds.stream().limit(early)).noneMatch(Drone::aloft);
    }
}
