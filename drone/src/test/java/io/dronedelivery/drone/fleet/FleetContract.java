package io.dronedelivery.drone.fleet;

import static io.dronedelivery.drone.fleet.Samples.AIRFRAME;
import static io.dronedelivery.drone.fleet.Samples.BASE;
import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.charged;
import static io.dronedelivery.drone.fleet.Samples.lastReport;
import static io.dronedelivery.drone.fleet.Samples.request;
import static io.dronedelivery.drone.fleet.Samples.sample;
import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.Mission;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every fleet does, wherever it is kept. */
public abstract class FleetContract extends LossContract {
    @Test
    void allThatTheNextSampleIsCheckedByIsStored() {
        register("drone", AIRFRAME);
        LastReport renumbered = lastReport(standing("drone", 7, NEAR, 64), NOW).numberingNext(3);
        await(telemetryStore().store(List.of(renumbered)));
        assertThat(drone("drone").lastReport()).isEqualTo(renumbered);
        assertThat(drone("drone").base()).isEqualTo(BASE.location());

        LastReport unsure = lastReport(charged(standing("drone", 8, NEAR, 0), null), NOW);
        await(telemetryStore().store(List.of(unsure)));
        assertThat(drone("drone").lastReport()).isEqualTo(unsure);
    }

    @Test
    void aDroneThatNeverToldItsBatteryIsNotReserved() {
        heard("drone", charged(standing("drone", 1, NEAR, 0), null), Duration.ZERO);
        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);
    }

    @Test
    void theSameAttemptIsAlwaysAnsweredTheSame() {
        Outcome<Reservation> refused = reserve("d1", 1, request());
        stands("late", NEAR, 100);
        Outcome<Reservation> granted = reserve("d1", 2, request());

        assertThat(refusal(refused)).isEqualTo(Refusal.TOO_HEAVY_FOR_DRONES);
        assertThat(reserve("d1", 2, request())).isEqualTo(granted);
        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(reserve("d2", 1, request())).isEqualTo(reserve("d2", 1, request()));
    }

    @Test
    void aHigherAttemptReleasesTheDroneOfTheLowerAndMayTakeIt() {
        stands("only", NEAR, 100);
        reserve("d1", 1, request());

        assertThat(granted(reserve("d1", 2, request())).droneId()).isEqualTo("only");
        assertThat(await(missions().find("d1")).missions())
                .hasExactlyElementsOfTypes(Mission.Ended.class, Mission.Reserved.class);
        assertThat(drone("only").heldFor()).isEqualTo(new MissionReference("d1", 2, false));
    }

    @Test
    void anAttemptThatWasUndoneCanHoldNothingAnyMore() {
        stands("only", NEAR, 100);
        release("before", 1);
        reserve("after", 1, request());
        release("after", 1);
        release("after", 1);

        assertThat(refusal(reserve("before", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(refusal(reserve("after", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.FREE);
    }

    @Test
    void undoingALaterAttemptLeavesTheDroneOfTheEarlier() {
        stands("only", NEAR, 100);
        reserve("d1", 1, request());

        release("d1", 2);

        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.RESERVED);
        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    @Test
    void aReservationBecomesAMissionAndEndsWithTheDelivery() {
        stands("only", NEAR, 100);
        reserve("d1", 1, request());
        assertThat(drone("only").order().flight()).isNull();

        apply(new MissionCommand.Confirm("d1", 1));
        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.ON_MISSION);
        assertThat(drone("only").order().flight())
                .isEqualTo(new Flight(new MissionReference("d1", 1, false), Orders.PICKUP, Orders.DROPOFF, 900, NOW));

        apply(new MissionCommand.End("d1", 1));
        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.FREE);
        assertThat(drone("only").order().flight()).isNull();
        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    @Test
    void anEventThatComesAgainChangesNothing() {
        stands("only", NEAR, 100);
        reserve("d1", 1, request());
        apply(new MissionCommand.Overtake("d1", 1));
        reserve("d1", 2, request());

        apply(new MissionCommand.Overtake("d1", 1));

        assertThat(drone("only").heldFor()).isEqualTo(new MissionReference("d1", 2, false));
    }

    @Test
    void anEventOfAnEarlierAttemptEndsNothingOfALater() {
        stands("only", NEAR, 100);
        reserve("d1", 2, request());

        apply(new MissionCommand.Overtake("d1", 1));
        apply(new MissionCommand.Confirm("d1", 2));

        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.ON_MISSION);
    }

    @Test
    void anEndedDeliveryClosesAnAttemptThatHasNotAskedYet() {
        stands("only", NEAR, 100);

        apply(new MissionCommand.End("d1", 1));

        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    /** The attempt that completed may not have been the latest: a change that it overtook may still come late. */
    @Test
    void anEndedDeliveryClosesEveryLaterAttempt() {
        stands("only", NEAR, 100);
        Cause cause = Cause.of(Cause.Source.CONFIRMATION, "d1", "confirmed");
        MissionCommand end = MissionCommand.of(new DeliveryEvent.DeliveryCompleted(
                        new Header("d1", 8, "acme", 1, DeliveryStatus.COMPLETED, NOW, cause)))
                .orElseThrow();

        apply(end);

        assertThat(refusal(reserve("d1", 2, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    @Test
    void anOlderReportNeverTakesThePlaceOfANewer() {
        stands("drone", NEAR, 80);
        see(sample("drone", 9, FAR, 70, FlightStatus.LANDED, Payload.EMPTY), Duration.ZERO);
        see(sample("drone", 8, NEAR, 75, FlightStatus.AIRBORNE, Payload.LOADED), Duration.ZERO);

        assertThat(drone("drone").lastReport()).extracting(LastReport::sequence).isEqualTo(9L);
        assertThat(drone("drone").battery()).isEqualTo(70);
        assertThat(drone("drone").stand()).isEqualTo(FAR);
    }

    @Test
    void changesAreReturnedFromTheMarkOn() {
        register("one", AIRFRAME);
        register("two", AIRFRAME);
        long mark = await(telemetryStore().since(0)).mark();

        register("two", new Airframe("other", 1_000, 9_000, 10));

        FleetChanges changes = await(telemetryStore().since(mark));
        assertThat(changes.drones()).extracting(DroneState::droneId).containsExactly("two");
        assertThat(await(telemetryStore().since(0)).drones())
                .extracting(DroneState::droneId)
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aMovedBaseMovesTheHomesOfItsDrones() {
        register("one", AIRFRAME);

        await(registry().keep("b1", new Base("Moved", FAR)));

        assertThat(drone("one").home()).isEqualTo(FAR);
        assertThat(await(registry().base("b1"))).contains(new Base("Moved", FAR));
        assertThat(await(registry().bases())).containsEntry("b1", new Base("Moved", FAR));
    }

    @Test
    void aDroneGoesHomeToTheBaseThatIsNearestToWhereItStands() {
        register("one", AIRFRAME);
        await(registry().keep("b2", new Base("Nearer", NEAR)));
        long mark = await(telemetryStore().since(0)).mark();

        stands("one", NEAR, 80);

        assertThat(drone("one").home()).isEqualTo(NEAR);
        assertThat(await(telemetryStore().since(mark)).drones())
                .as("who follows the fleet hears of it")
                .extracting(DroneState::home)
                .contains(NEAR);
    }

    @Test
    void aDroneNeedsAKnownBaseAndASystemIdOfItsOwn() {
        Registration first = Registration.overMavlink("b1", AIRFRAME, 7, List.of("10.0.0.0/8"));
        assertThat(await(registry().register("one", first, NOW))).isInstanceOf(Granted.class);
        assertThat(await(registry().register("one", first, NOW))).isInstanceOf(Granted.class);

        assertThat(await(registry().register("two", first, NOW))).isInstanceOf(Refused.class);
        assertThat(await(registry().register("two", Samples.registration("nowhere"), NOW)))
                .isInstanceOf(Refused.class);
        assertThat(await(registry().drones())).extracting(DroneState::droneId).containsExactly("one");
    }

    @Test
    void aDroneIsKnownByItsLatestRegistration() {
        List<String> networks = List.of("10.20.0.0/16", "fd00::/8");
        Registration signed = new Registration("b1", AIRFRAME, Protocol.MAVLINK, 7, networks, "5".repeat(64));
        for (Registration latest : List.of(signed, Samples.registration("b1"))) {
            assertThat(await(registry().register("one", latest, NOW))).isInstanceOf(Granted.class);
            assertThat(drone("one").registration()).isEqualTo(latest);
        }
    }

    @Test
    void aLostLinkIsPublishedOnceUntilTheDroneIsHeardAgain() {
        stands("lost", NEAR, 100);
        stands("idle", FAR, 100);
        reserve("d1", 1, request());
        apply(new MissionCommand.Confirm("d1", 1));
        see(sample("lost", 5, NEAR, 90, FlightStatus.AIRBORNE, Payload.EMPTY), Duration.ofSeconds(61));
        List<String> both = List.of("idle", "lost");

        assertThat(await(telemetryStore().publishLostLinks(both, NOW.minusSeconds(60))))
                .containsExactly("lost");
        assertThat(await(telemetryStore().publishLostLinks(both, NOW.minusSeconds(60))))
                .isEmpty();

        see(sample("lost", 6, NEAR, 90, FlightStatus.AIRBORNE, Payload.EMPTY), Duration.ofSeconds(61));
        assertThat(await(telemetryStore().publishLostLinks(both, NOW.minusSeconds(60))))
                .containsExactly("lost");
    }
}
