package io.dronedelivery.drone.fleet;

import static io.dronedelivery.drone.fleet.Samples.BASE;
import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.flying;
import static io.dronedelivery.drone.fleet.Samples.request;
import static io.dronedelivery.drone.fleet.Samples.sample;
import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.mission.domain.Withdrawal;
import io.dronedelivery.drone.registry.domain.DroneState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How every fleet takes missions back, and never sends two drones for one parcel. */
public abstract class RecallContract extends ChoiceContract {
    private static final MissionReference FIRST = new MissionReference("d1", 1, false);
    private static final MissionReference GIVEN_UP = new MissionReference("d1", 1, true);

    @Test
    void aRecalledDroneStaysHeldWithoutAnOrderAndItsStopIsPublishedOnce() {
        flies("drone");

        recall(1);

        assertThat(drone("drone").order().flight()).isNull();
        assertThat(drone("drone").availability(NOW)).isEqualTo(Availability.ON_MISSION);
        assertThat(certain("drone")).as("it flies on").isEmpty();

        see(flying(airborne(3), GIVEN_UP), Duration.ZERO);
        FlightStopped stopped = stopped("drone");
        assertThat(stopped).isEqualTo(new FlightStopped("drone", 3, NOW.plusSeconds(3), FIRST, Because.ACKNOWLEDGED));
        assertThat(tell(stopped)).contains(stopped);
        assertThat(tell(stopped)).as("told once").isEmpty();
        recall(1);
        assertThat(certain("drone")).as("recalled again").isEmpty();
    }

    @Test
    void aRecallIsAmongTheChangesSinceTheMark() {
        flies("drone");
        long mark = await(telemetryStore().since(0)).mark();

        recall(1);

        assertThat(await(telemetryStore().since(mark)).drones())
                .flatExtracting(drone -> drone.missions().withdrawn())
                .containsExactly(new Withdrawal(FIRST, NEAR, NOW, true, false, null));
    }

    @Test
    void aRecallOfAnAttemptThatNeverAskedClosesIt() {
        stands("drone", NEAR, 100);

        recall(1);

        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    @Test
    void aReservationThatIsRecalledNeverBecomesFlyableAndHasStoppedAtOnce() {
        stands("drone", NEAR, 100);
        reserve("d1", 1, request());

        recall(1);
        apply(new MissionCommand.Confirm("d1", 1));

        assertThat(drone("drone").order().flight()).isNull();
        assertThat(tell(stopped("drone"))).isPresent();
    }

    @Test
    void aRecallAfterTheEndIsAnsweredOnceTheDroneIsHeardAgain() {
        flies("drone");
        apply(new MissionCommand.End("d1", 1));
        assertThat(drone("drone").missions().withdrawn()).as("nobody asked").isEmpty();

        recall(1);
        assertThat(certain("drone")).isEmpty();

        see(standing("drone", 9, NEAR, 90), Withdrawal.SETTLED_AFTER.negated());
        assertThat(tell(stopped("drone"))).map(FlightStopped::because).contains(Because.ACKNOWLEDGED);
    }

    @Test
    void theStopOfAnOvertakenMissionIsNotPublishedUntilItIsRecalled() {
        flies("drone");
        apply(new MissionCommand.Overtake("d1", 2));
        see(flying(airborne(3), GIVEN_UP), Duration.ZERO);

        assertThat(tell(stopped("drone"))).isEmpty();
        assertThat(drone("drone").missions().withdrawn()).isEmpty();

        recall(1);
        see(standing("drone", 4, FAR, 90), Duration.ZERO);
        assertThat(tell(stopped("drone")))
                .contains(new FlightStopped("drone", 4, NOW.plusSeconds(4), FIRST, Because.ACKNOWLEDGED));
    }

    @Test
    void aDroneThatMayStillFlyIsNotFreeForOthers() {
        flies("drone");
        release("d1", 1);
        see(standing("drone", 3, NEAR, 90), Duration.ZERO);

        assertThat(drone("drone").availability(NOW)).isEqualTo(Availability.RETURNING);
        assertThat(refusal(reserve("d2", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);
        assertThat(granted(reserve("d1", 2, request())).droneId())
                .as("for its own delivery it is")
                .isEqualTo("drone");
        release("d1", 2);

        see(standing("drone", 4, NEAR, 90), Withdrawal.SETTLED_AFTER.negated());
        tell(stopped("drone"));
        assertThat(granted(reserve("d3", 1, request())).droneId()).isEqualTo("drone");
    }

    @Test
    void theNextDroneWaitsAtHomeUntilTheFormerHasStopped() {
        flies("former");
        stands("next", FAR, 100);
        assertThat(granted(reserve("d1", 2, request())).droneId()).isEqualTo("next");
        apply(new MissionCommand.Confirm("d1", 2));
        assertThat(drone("next").availability(NOW)).isEqualTo(Availability.ON_MISSION);
        assertThat(drone("next").order().flight()).isNull();

        see(flying(sample("former", 3, FAR, 90, FlightStatus.AIRBORNE, Payload.EMPTY), GIVEN_UP), Duration.ZERO);
        long mark = await(telemetryStore().since(0)).mark();
        tell(stopped("former"));

        assertThat(await(telemetryStore().since(mark)).drones())
                .filteredOn(drone -> drone.order().flight() != null)
                .extracting(DroneState::droneId)
                .containsExactly("next");
    }

    @Test
    void aDroneIsOrderedItsOwnNextAttemptOnceItHasGivenUpTheOneBefore() {
        flies("drone");
        see(standing("drone", 3, NEAR, 100), Duration.ZERO);
        assertThat(granted(reserve("d1", 2, request())).droneId()).isEqualTo("drone");
        apply(new MissionCommand.Confirm("d1", 2));
        assertThat(drone("drone").order().flight()).as("it may fly on").isNull();

        see(flying(sample("drone", 4, NEAR, 90, FlightStatus.AIRBORNE, Payload.EMPTY), GIVEN_UP), Duration.ZERO);
        tell(stopped("drone"));

        assertThat(drone("drone").order().flight())
                .extracting(flight -> flight.mission().attempt())
                .isEqualTo(2);
    }

    @Test
    void whileTheParcelFliesNoOtherAttemptIsReserved() {
        flies("carrier");
        stands("spare", NEAR, 100);
        see(flying(sample("carrier", 3, FAR, 90, FlightStatus.AIRBORNE, Payload.LOADED), FIRST), Duration.ZERO);

        assertThat(refusal(reserve("d1", 2, request()))).isEqualTo(Refusal.ALREADY_PICKED_UP);
        assertThat(drone("carrier").order().flight()).as("it flies on").isNotNull();

        see(flying(sample("carrier", 4, FAR, 90, FlightStatus.AIRBORNE, Payload.LOADED), GIVEN_UP), Duration.ZERO);
        assertThat(refusal(reserve("d1", 2, request()))).as("what was answered").isEqualTo(Refusal.ALREADY_PICKED_UP);
        assertThat(granted(reserve("d1", 3, request())).droneId()).isEqualTo("spare");
    }

    @Test
    void ifAnOvertakenDroneHasTheParcelNoOtherIsSentAndItsStopIsPublished() {
        flies("first");
        stands("second", FAR, 100);
        assertThat(granted(reserve("d1", 2, request())).droneId()).isEqualTo("second");
        apply(new MissionCommand.Confirm("d1", 2));
        assertThat(drone("second").order().flight()).as("the first may fly on").isNull();

        see(flying(sample("first", 3, NEAR, 90, FlightStatus.AIRBORNE, Payload.LOADED), GIVEN_UP), Duration.ZERO);
        assertThat(tell(stopped("first"))).map(FlightStopped::because).contains(Because.WITH_PARCEL);

        assertThat(drone("second").order().flight()).as("it would fly in vain").isNull();
        assertThat(drone("second").availability(NOW)).isEqualTo(Availability.ON_MISSION);
        recall(2);
        see(standing("second", 2, FAR, 100), Withdrawal.SETTLED_AFTER.negated());
        assertThat(tell(stopped("second")))
                .as("that the parcel is not at its pickup")
                .map(FlightStopped::because)
                .contains(Because.WITH_PARCEL);
    }

    @Test
    void aMissionRemembersThatItsDroneHadTheParcelUntilItHasStopped() {
        flies("drone");
        recall(1);
        change(missions(), "d1", NOW, before -> before.load(1));
        change(missions(), "unheard-of", NOW, before -> before.load(3));

        assertThat(drone("drone").missions().withdrawn())
                .extracting(Withdrawal::loaded)
                .containsExactly(true);
        see(standing("drone", 9, NEAR, 90), Withdrawal.SETTLED_AFTER.negated());
        assertThat(tell(stopped("drone"))).map(FlightStopped::because).contains(Because.WITH_PARCEL);
    }

    final void flies(String droneId) {
        stands(droneId, NEAR, 100);
        reserve("d1", 1, request());
        apply(new MissionCommand.Confirm("d1", 1));
        see(
                flying(sample(droneId, 2, BASE.location(), 90, FlightStatus.AIRBORNE, Payload.EMPTY), FIRST),
                Duration.ZERO);
    }

    private static DroneTelemetry airborne(long sequence) {
        return sample("drone", sequence, FAR, 90, FlightStatus.AIRBORNE, Payload.EMPTY);
    }

    final void recall(int attempt) {
        recall("d1", attempt);
    }

    /** Of a drone that was heard of long enough for that, by its own clock. */
    private List<FlightStopped> certain(String droneId) {
        return drone(droneId).stopped(_ -> NOW.minus(Withdrawal.SETTLED_AFTER));
    }

    final FlightStopped stopped(String droneId) {
        List<FlightStopped> stopped = certain(droneId);
        assertThat(stopped).hasSize(1);
        return stopped.getFirst();
    }

    final Optional<FlightStopped> tell(FlightStopped stopped) {
        return await(missions().change("d1", NOW, before -> before.stop(stopped, NOW))).stream()
                .findAny();
    }
}
