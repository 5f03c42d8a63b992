package io.dronedelivery.drone.fleet;

import static io.dronedelivery.drone.fleet.Samples.AIRFRAME;
import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.request;
import static io.dronedelivery.drone.fleet.Samples.sample;
import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.mission.domain.Mission;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.reservation.domain.FlightPlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which drone every fleet chooses, wherever it is kept. */
public abstract class ChoiceContract extends FleetSetting {
    @Test
    void theNearestOfEquallyFastDronesIsReserved() {
        stands("far", FAR, 100);
        stands("near", NEAR, 100);

        Reservation held = granted(reserve("d1", 1, request()));

        assertThat(held.droneId()).isEqualTo("near");
        assertThat(held.pickupAt()).isEqualTo(NOW.plus(FlightPlan.LEG_OVERHEAD));
        assertThat(held.dropoffAt()).isAfter(held.pickupAt());
        assertThat(await(missions().find("d1")).missions()).hasExactlyElementsOfTypes(Mission.Reserved.class);
        assertThat(drone("near").availability(NOW)).isEqualTo(Availability.RESERVED);
    }

    @Test
    void aFasterDroneFromFartherAwayIsEarlierAtThePickup() {
        register("slow", new Airframe("slow", 2_000, 10_000, 2));
        stand("slow", new Position(47.3800, 8.5400), 100);
        stands("fast", FAR, 100);

        assertThat(granted(reserve("d1", 1, request())).droneId()).isEqualTo("fast");
    }

    @Test
    void aDroneThatWasNeverHeardOfYetStandsFullyChargedAtItsBase() {
        register("new", AIRFRAME);

        assertThat(granted(reserve("d1", 1, request())).droneId()).isEqualTo("new");
    }

    @Test
    void aDroneWithTooLittleBatteryIsNeverReserved() {
        stands("weak", NEAR, 45); // 2.5 of the 10 km above the reserve; it takes 2.5 km there and 2.2 km home

        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);
    }

    @Test
    void aDroneThatIsInTheAirLoadedBrokenOrSilentIsNotReserved() {
        heard("airborne", sample("airborne", 1, NEAR, 100, FlightStatus.AIRBORNE, Payload.EMPTY), Duration.ZERO);
        heard("loaded", sample("loaded", 1, NEAR, 100, FlightStatus.LANDED, Payload.LOADED), Duration.ZERO);
        heard("broken", sample("broken", 1, NEAR, 100, FlightStatus.EMERGENCY, Payload.EMPTY), Duration.ZERO);
        heard("silent", standing("silent", 1, NEAR, 100), DroneState.HEARD_WITHIN.plusSeconds(1));

        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);
        assertThat(drone("silent").availability(NOW)).isEqualTo(Availability.UNAVAILABLE);
        assertThat(drone("loaded").availability(NOW)).isEqualTo(Availability.RETURNING);
    }

    @Test
    void tooHeavyAndOutOfRangeAreRefusedForOtherReasonsThanNoDroneInTime() {
        stands("only", NEAR, 100);
        ReservationRequest light = request();

        assertThat(refusal(reserve("heavy", 1, request(2_001)))).isEqualTo(Refusal.TOO_HEAVY_FOR_DRONES);
        assertThat(refusal(reserve(
                        "distant",
                        1,
                        new ReservationRequest(light.pickup(), new Position(47.45, 8.6), 900, NOW, light.deadline()))))
                .isEqualTo(Refusal.OUT_OF_DRONE_RANGE);
        assertThat(refusal(reserve(
                        "hurried",
                        1,
                        new ReservationRequest(light.pickup(), light.dropoff(), 900, NOW, NOW.plusSeconds(60)))))
                .isEqualTo(Refusal.NO_DRONE_IN_TIME);
        assertThat(granted(reserve("possible", 1, light)).droneId()).isEqualTo("only");
    }

    @Test
    void withoutAPayloadSensorADroneIsEmptyOnceItIsSeenOnTheGroundAfterItsMission() {
        register("blind", AIRFRAME);
        see(sample("blind", 1, NEAR, 100, FlightStatus.LANDED, Payload.UNKNOWN), Duration.ofSeconds(1));
        reserve("d1", 1, request());
        apply(new MissionCommand.Confirm("d1", 1));
        apply(new MissionCommand.End("d1", 1));

        assertThat(drone("blind").availability(NOW)).isEqualTo(Availability.RETURNING);
        assertThat(refusal(reserve("d2", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);

        see(sample("blind", 2, NEAR, 100, FlightStatus.LANDED, Payload.UNKNOWN), Duration.ZERO);
        assertThat(granted(reserve("d3", 1, request())).droneId()).isEqualTo("blind");
    }
}
