package io.dronedelivery.drone.reservation.domain;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.drone.mission.domain.DroneMissions;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Anywhere on the globe, drones are ranked as by measuring the distance to each of them; a failing seed is named. */
class DroneRankingTest {
    private static final int SEEDS = 400;
    private static final int DRONES = 120;
    private static final double METERS_PER_DEGREE = 111_195;
    private static final double SPREAD_METERS = 8_000;
    private static final List<Position> CENTERS = List.of(
            new Position(47.37, 8.54),
            new Position(-16.8, 180), // on the date line
            new Position(66.1, -179.99),
            new Position(90, 0), // the poles
            new Position(-90, 77),
            new Position(89.95, 135),
            new Position(0, 0));

    private final KnownFleet fleet = new KnownFleet();

    @Test
    void dronesAreRankedAsByMeasuringTheDistanceToEachOfThem() {
        int ranked = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            World world = new World(seed);
            KnownFleet known = new KnownFleet();
            known.apply(new FleetChanges(1, world.drones, world.bases));
            ReservationRequest request = world.request();

            DroneRanking ranking = new DroneRanking(known, flight(request, world.bases), List.of());
            List<String> droneIds = new ArrayList<>();
            for (int count = 1; droneIds.addAll(ids(ranking.next(count))); count *= 4) {}

            assertThat(droneIds).as("seed %d", seed).isEqualTo(measured(world, request));
            ranked += droneIds.size();
        }
        assertThat(ranked).isGreaterThan(SEEDS * DRONES / 10);
    }

    private static RequestedFlight flight(ReservationRequest request, List<Position> bases) {
        return RequestedFlight.of("d1", request, bases, NOW);
    }

    private static List<String> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::droneId).toList();
    }

    /** The rule once more, by measuring every drone. */
    private static List<String> measured(World world, ReservationRequest request) {
        Function<DroneState, Instant> pickupAt = drone -> {
            Instant arrival = NOW.plus(leg(drone, drone.stand().metersTo(request.pickup())));
            return arrival.isBefore(request.readyAt()) ? request.readyAt() : arrival;
        };
        double carry = request.pickup().metersTo(request.dropoff());
        double home = world.bases.stream()
                .mapToDouble(request.dropoff()::metersTo)
                .min()
                .orElseThrow();
        return world.drones.stream()
                .filter(drone -> drone.battery() >= 30)
                .filter(drone -> drone.registration().airframe().payloadGramsMax() >= request.weightGrams())
                .filter(drone -> drone.stand().metersTo(request.pickup()) + carry + home
                        <= drone.registration().airframe().rangeMetersMax() * (drone.battery() - 20) / 100)
                .filter(drone -> !pickupAt.apply(drone).plus(leg(drone, carry)).isAfter(request.deadline()))
                .sorted(Comparator.comparing(pickupAt)
                        .thenComparing(drone -> drone.stand().metersTo(request.pickup()))
                        .thenComparing(drone -> -drone.registration().airframe().cruiseSpeed())
                        .thenComparing(DroneState::droneId))
                .map(DroneState::droneId)
                .toList();
    }

    private static Duration leg(DroneState drone, double meters) {
        double seconds = meters / drone.registration().airframe().cruiseSpeed();
        return Duration.ofSeconds(75).plusMillis(Math.round(1_000 * seconds));
    }

    @Test
    void aDroneThatMovedIsFoundWhereItStandsNow() {
        Position pickup = new Position(0, 179.999);
        DroneState drone = new World(1).drone("d", new Position(0, 179.9), 100);
        fleet.apply(new FleetChanges(1, List.of(drone), List.of(pickup)));
        assertThat(fleet.unassignedWithin(500, pickup)).isEmpty();

        fleet.see(Samples.lastReport(Samples.standing("d", 2, new Position(0, -179.999), 90), NOW));

        assertThat(fleet.unassignedWithin(500, pickup)).containsOnlyKeys(new Position(0, -179.999));
    }

    @Test
    void aSearchLooksOnlyAtDronesNearEnough() {
        World world = new World(1);
        IntStream.range(0, 10_000)
                .mapToObj(drone -> world.drone("drone-" + drone, world.near(200_000), 100))
                .forEach(fleet::learn);

        assertThat(fleet.unassignedWithin(2_000, world.center)).hasSizeLessThan(100);
    }

    /** Drones, bases and a request around one place on the globe. */
    private static final class World {
        final Random random;
        final Position center;
        final List<Position> bases;
        final List<DroneState> drones;

        World(long seed) {
            random = new Random(seed);
            center = CENTERS.get((int) (seed % CENTERS.size()));
            bases = IntStream.range(0, 4).mapToObj(_ -> near(SPREAD_METERS)).toList();
            drones = IntStream.range(0, DRONES)
                    .mapToObj(drone -> drone(
                            "drone-" + drone,
                            drone % 3 == 0 ? bases.get(drone % 4) : near(SPREAD_METERS),
                            random.nextInt(101)))
                    .toList();
        }

        DroneState drone(String droneId, Position stand, double battery) {
            Airframe airframe = new Airframe(
                    "any", 500 + random.nextInt(3_000), 10_000 + random.nextInt(50_000), 8 + random.nextInt(12));
            return new DroneState(
                    droneId,
                    Registration.overHttp("b", airframe),
                    stand,
                    stand,
                    NOW,
                    stand,
                    DroneMissions.NONE,
                    null,
                    Samples.lastReport(
                            Samples.sample(droneId, 1, stand, battery, FlightStatus.LANDED, Payload.EMPTY), NOW),
                    1);
        }

        ReservationRequest request() {
            return new ReservationRequest(
                    near(SPREAD_METERS),
                    near(SPREAD_METERS),
                    1 + random.nextInt(1_500),
                    NOW.plusSeconds(random.nextInt(900)),
                    NOW.plusSeconds(600 + random.nextInt(3_000)));
        }

        /** A place at most so far from the center: so far north or south first, then so far east or west. */
        Position near(double meters) {
            double north = center.latitude() + (2 * random.nextDouble() - 1) * meters / METERS_PER_DEGREE;
            double acrossThePole = Math.abs(north) > 90 ? 180 : 0;
            double latitude = Math.abs(north) > 90 ? Math.signum(north) * 180 - north : north;
            double east = (2 * random.nextDouble() - 1)
                    * Math.min(180, meters / METERS_PER_DEGREE / Math.max(1e-9, Math.cos(Math.toRadians(latitude))));
            return new Position(latitude, Math.IEEEremainder(center.longitude() + acrossThePole + east, 360));
        }
    }
}
