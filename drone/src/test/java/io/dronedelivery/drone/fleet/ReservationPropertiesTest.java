package io.dronedelivery.drone.fleet;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.reservation.domain.FlightPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every fleet and every request; a failing seed is named and replays. */
class ReservationPropertiesTest {
    private static final int SEEDS = 500;

    @Test
    void aReservedDroneWasFreeLiftsTheParcelComesInTimeAndGetsHomeWithItsReserve() {
        int granted = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            InMemoryFleet fleet = new InMemoryFleet(_ -> {});
            RandomFleet world = new RandomFleet(seed);
            world.fill(fleet, fleet);
            List<Position> bases = IntStream.range(0, 3)
                    .mapToObj(base -> FleetSetting.await(fleet.base("b" + base))
                            .orElseThrow()
                            .location())
                    .toList();
            List<DroneState> before = FleetSetting.await(fleet.drones());
            Set<String> taken = new HashSet<>();
            for (int delivery = 0; delivery < 8; delivery++) {
                ReservationRequest request = world.request();
                Outcome<Reservation> answer = FleetSetting.await(fleet.reserve("d" + delivery, 1, request, NOW));
                if (answer instanceof Granted<Reservation>(Reservation held)) {
                    granted++;
                    DroneState drone = before.stream()
                            .filter(candidate -> candidate.droneId().equals(held.droneId()))
                            .findAny()
                            .orElseThrow();
                    check("seed " + seed, drone, held, request, bases);
                    assertThat(taken.add(held.droneId())).as("seed %d", seed).isTrue();
                }
            }
        }
        assertThat(granted).isGreaterThan(SEEDS);
    }

    private static void check(
            String seed, DroneState drone, Reservation held, ReservationRequest request, List<Position> bases) {
        Airframe airframe = drone.registration().airframe();
        double way = drone.stand().metersTo(request.pickup())
                + request.pickup().metersTo(request.dropoff())
                + bases.stream().mapToDouble(request.dropoff()::metersTo).min().orElseThrow();
        double left = drone.battery() - 100 * way / airframe.rangeMetersMax();

        assertThat(drone.availability(NOW)).as(seed).isEqualTo(Availability.FREE);
        assertThat(airframe.payloadGramsMax()).as(seed).isGreaterThanOrEqualTo(request.weightGrams());
        assertThat(left).as(seed).isGreaterThanOrEqualTo(FlightPlan.RESERVE_PERCENT - 1e-9);
        assertThat(held.pickupAt()).as(seed).isAfterOrEqualTo(request.readyAt());
        assertThat(held.dropoffAt()).as(seed).isBeforeOrEqualTo(request.deadline());
    }

    @Test
    void whatIsFeasibleStaysFeasibleWithMoreBatteryAndAShorterWay() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            FlightPlan plan =
                    new FlightPlan(random.nextDouble(8_000), random.nextDouble(8_000), random.nextDouble(8_000));
            Airframe airframe = new Airframe("any", 1, 1 + random.nextDouble(40_000), 10);
            double battery = random.nextDouble(100);
            if (plan.feasible(airframe, battery)) {
                FlightPlan shorter =
                        new FlightPlan(plan.approachMeters() / 2, plan.carryMeters(), plan.homeMeters() / 3);
                assertThat(shorter.feasible(airframe, battery + random.nextDouble(100 - battery)))
                        .isTrue();
                assertThat(battery).isGreaterThanOrEqualTo(FlightPlan.RESERVE_PERCENT);
            }
        }
    }
}
