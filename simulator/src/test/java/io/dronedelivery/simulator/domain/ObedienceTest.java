package io.dronedelivery.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.MissionReference;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ObedienceTest {
    private static final Position PICKUP = Sortie.away(Sortie.HOME, 800, 300);
    private static final Position DROPOFF = Sortie.away(Sortie.HOME, -200, 900);
    private static final Flight FLIGHT = Sortie.flight("m1", PICKUP, DROPOFF);

    private final Sortie sortie = Sortie.ofStandardDrone();

    @Test
    void aMissionIsReportedFromItsOrderUntilTheDroneLeavesTheDropoff() {
        sortie.order(FLIGHT);

        assertThat(sample().mission()).isEqualTo(FLIGHT.mission());
        assertThat(sample().flightStatus()).isEqualTo(FlightStatus.GROUNDED);
        Drone unloaded = sortie.until(drone -> drone.errand() instanceof Errand.GoHome);
        assertThat(unloaded.sample(sortie.now()).mission()).isEqualTo(FLIGHT.mission());
        assertThat(unloaded.sample(sortie.now()).payload()).isEqualTo(Payload.EMPTY);
        sortie.until(Drone::aloft);
        assertThat(sample().mission()).isNull();
    }

    @Test
    void aFinishedMissionIsNotFlownAgainHoweverLongItIsOrdered() {
        sortie.order(FLIGHT).until(drone -> drone.errand() instanceof Errand.GoHome);

        while (!(sortie.drone().errand() instanceof Errand.Idle)) {
            sortie.order(FLIGHT).until(_ -> true);
        }

        assertThat(sortie.order(FLIGHT).drone().errand()).isEqualTo(new Errand.Idle());
        assertThat(sample().flightStatus()).isEqualTo(FlightStatus.LANDED);
    }

    @Test
    void withoutAnOrderADroneInTheAirGivesUpAndFliesHome() {
        sortie.order(FLIGHT).until(drone -> drone.stage() instanceof Stage.Cruising);

        sortie.order(null);

        assertThat(sample().mission()).isEqualTo(new MissionReference("m1", 1, true));
        Drone home = sortie.until(drone -> !drone.aloft());
        assertThat(home.isThere(Sortie.HOME)).isTrue();
        assertThat(sample().mission()).isNull();
        assertThat(sortie.seconds).noneMatch(drone -> drone.loadGrams() > 0);
    }

    @Test
    void aDroneThatGivesUpWithAParcelBringsItHomeAndHandsItOut() {
        sortie.order(FLIGHT).until(drone -> drone.loadGrams() > 0 && drone.stage() instanceof Stage.Descending);

        sortie.order(null);

        Drone home = sortie.until(drone -> !drone.aloft());
        assertThat(home.loadGrams()).isEqualTo(FLIGHT.weightGrams());
        assertThat(home.isThere(Sortie.HOME)).isTrue();
        assertThat(sortie.untilIdle().loadGrams()).isZero();
    }

    @Test
    void aMissionGivenUpIsNotTakenUpAgain() {
        sortie.order(FLIGHT).until(Drone::aloft);

        sortie.order(null).order(FLIGHT);

        assertThat(sample().mission()).isEqualTo(new MissionReference("m1", 1, true));
        sortie.untilIdle();
    }

    @Test
    void anotherMissionIsFlownAtOnce() {
        sortie.order(FLIGHT).until(drone -> drone.stage() instanceof Stage.Descending);
        Flight other = Sortie.flight("m2", DROPOFF, PICKUP);

        sortie.order(other);

        assertThat(sample().mission()).isEqualTo(other.mission());
        assertThat(sample().flightStatus()).isEqualTo(FlightStatus.AIRBORNE);
        assertThat(sortie.until(drone -> drone.loadGrams() > 0).isThere(DROPOFF))
                .isTrue();
    }

    @Test
    void withAParcelAboardAnotherMissionWaitsUntilItIsHandedOut() {
        sortie.order(FLIGHT).until(drone -> drone.loadGrams() > 0 && drone.aloft());
        Flight other = Sortie.flight("m2", DROPOFF, PICKUP);

        sortie.order(other);

        assertThat(Objects.requireNonNull(sample().mission()).aborted()).isTrue();
        Drone emptied = sortie.until(drone -> drone.loadGrams() == 0);
        assertThat(emptied.isThere(Sortie.HOME)).isTrue();
        assertThat(sortie.order(other).drone().sample(sortie.now()).mission()).isEqualTo(other.mission());
    }

    @Test
    void anOrderThatGoesAwayOnceItHasLandedAtTheDropoffIsDone() {
        sortie.order(FLIGHT).until(drone -> drone.loadGrams() > 0 && drone.aloft());
        sortie.until(drone -> !drone.aloft());

        sortie.order(null);

        assertThat(sample().mission()).isNull();
        Drone unloaded = sortie.until(drone -> drone.loadGrams() == 0);
        assertThat(unloaded.isThere(DROPOFF)).isTrue();
        sortie.untilIdle();
    }

    @Test
    void anOrderThatGoesAwayBeforeTakeOffLeavesTheDroneAtHome() {
        sortie.order(FLIGHT).until(drone -> drone.stage() instanceof Stage.SpinningUp);

        sortie.order(null).untilIdle();

        assertThat(sortie.seconds).noneMatch(Drone::aloft);
        assertThat(sample().mission()).isNull();
        sortie.order(FLIGHT);
        assertThat(sample().mission()).as("taken up again").isNull();
    }

    @Test
    void aDroneThatGivesUpLoadedOnTheGroundAtThePickupBringsTheParcelHome() {
        sortie.order(FLIGHT).until(drone -> drone.loadGrams() > 0);
        assertThat(sample().flightStatus()).isEqualTo(FlightStatus.LANDED);

        sortie.order(null);

        assertThat(sample().mission()).isEqualTo(new MissionReference("m1", 1, true));
        Drone emptied = sortie.until(drone -> drone.loadGrams() == 0);
        assertThat(emptied.isThere(Sortie.HOME)).isTrue();
    }

    @Test
    void anOrderThatGoesAwayWhileItLoadsIsGivenUp() {
        sortie.order(FLIGHT).until(drone -> drone.stage() instanceof Stage.Handling);

        sortie.order(null);

        assertThat(sample().mission()).isEqualTo(new MissionReference("m1", 1, true));
        sortie.untilIdle();
        assertThat(sortie.seconds).noneMatch(drone -> drone.loadGrams() > 0);
    }

    @Test
    void aDroneIsChargedAtHome() {
        sortie.order(FLIGHT).untilIdle();
        assertThat(sortie.drone().battery()).isLessThan(99);

        assertThat(sortie.until(drone -> drone.battery() == 100).isThere(Sortie.HOME))
                .isTrue();
    }

    private DroneTelemetry sample() {
        return sortie.drone().sample(sortie.now());
    }
}
