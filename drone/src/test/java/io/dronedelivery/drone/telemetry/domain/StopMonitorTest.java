package io.dronedelivery.drone.telemetry.domain;

import static io.dronedelivery.drone.fleet.Samples.AIRFRAME;
import static io.dronedelivery.drone.fleet.Samples.BASE;
import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.flying;
import static io.dronedelivery.drone.fleet.Samples.request;
import static io.dronedelivery.drone.fleet.Samples.sample;
import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.fleet.FleetSetting;
import io.dronedelivery.drone.fleet.InMemoryFleet;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.mission.domain.Withdrawal;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.telemetry.DroneSnapshots;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a recalled drone is ordered to give up, and when it is told that it did. */
class StopMonitorTest {
    private static final MissionReference MISSION = new MissionReference("d1", 1, false);
    private static final MissionReference GIVEN_UP = new MissionReference("d1", 1, true);

    private final List<DroneStream> published = new ArrayList<>();
    private final InMemoryFleet fleet = new InMemoryFleet(published::add);
    private Instant now = NOW;
    private Telemetry telemetry = started();

    private Telemetry started() {
        return new Telemetry(new KnownFleet(), fleet, fleet, this::publish, Samples.setAside(), () -> now);
    }

    private Uni<Void> publish(List<DroneTelemetry> samples) {
        published.addAll(samples);
        return Uni.createFrom().voidItem();
    }

    @BeforeEach
    void aFlight() {
        FleetSetting.await(fleet.keep("b1", BASE));
        begin(Registration.overHttp("b1", AIRFRAME));
    }

    private void begin(Registration registration) {
        FleetSetting.await(fleet.register("drone", registration, NOW));
        FleetSetting.await(fleet.reserve("d1", 1, request(), NOW));
        FleetSetting.apply(fleet, new MissionCommand.Confirm("d1", 1), NOW);
        FleetSetting.await(telemetry.refresh());
    }

    @Test
    void aRecalledDroneIsOrderedHomeAndItsStopIsPublishedAfterItsSamples() {
        assertThat(take(flying(air(1), MISSION))).isEqualTo(MISSION);

        recall();
        assertThat(take(flying(air(2), MISSION))).isNull();
        assertThat(watch()).isEmpty();
        take(flying(air(3), GIVEN_UP));
        assertThat(watch()).hasSize(1);
        assertThat(watch()).isEmpty();

        assertThat(published)
                .extracting(message -> message.getClass().getSimpleName() + message.sequence())
                .containsExactly("DroneTelemetry1", "DroneTelemetry2", "DroneTelemetry3", "FlightStopped3");
    }

    @Test
    void aDroneThatIsHeardAgainAfterHoursAndARestartHasStoppedOnceItSaysSo() {
        take(flying(air(1), MISSION));
        recall();
        now = now.plus(Duration.ofHours(5));
        telemetry = started();
        FleetSetting.await(telemetry.refresh());
        assertThat(watch()).isEmpty();

        assertThat(take(flying(air(2), MISSION))).isNull();
        assertThat(watch()).isEmpty();
        take(flying(air(3), GIVEN_UP));

        assertThat(watch()).extracting(FlightStopped::because).containsExactly(Because.ACKNOWLEDGED);
    }

    @Test
    void reportsFromBeforeTheRecallProveNothingEvenIfOurClockWasAhead() {
        now = NOW.plus(Duration.ofMinutes(5));
        assertThat(take(standing("drone", 1, BASE.location(), 90))).isEqualTo(MISSION);
        now = NOW;
        telemetry = started();
        recall();

        assertThat(watch()).as("it may have taken off").isEmpty();
        take(standing("drone", 2, BASE.location(), 90));
        assertThat(watch()).isEmpty();

        now = now.plus(Withdrawal.SETTLED_AFTER);
        take(standing("drone", 20, BASE.location(), 90));
        assertThat(watch()).extracting(FlightStopped::because).containsExactly(Because.ACKNOWLEDGED);
    }

    @Test
    void aDroneWhoseLaterSamplesStillWaitMayFly() {
        take(standing("drone", 1, BASE.location(), 90));
        recall();
        now = now.plus(Withdrawal.SETTLED_AFTER.multipliedBy(9));

        take(new TelemetryBatch(List.of(standing("drone", 2, BASE.location(), 90)), true));
        take(new TelemetryBatch(List.of(standing("drone", 90, BASE.location(), 90)), true));
        assertThat(watch()).isEmpty();
        take(flying(air(100), MISSION));
        assertThat(watch()).as("as it turns out").isEmpty();
        take(flying(air(101), GIVEN_UP));
        assertThat(watch()).hasSize(1);
    }

    @Test
    void aDroneThatComesBackAfterItHasDeliveredUnheardHadTheParcel() {
        take(flying(air(1), MISSION));
        recall();
        now = now.plus(Duration.ofMinutes(5));

        take(
                flying(sample("drone", 90, BASE.location(), 90, FlightStatus.AIRBORNE, Payload.LOADED), MISSION),
                standing("drone", 200, BASE.location(), 80));
        now = now.plus(Withdrawal.SETTLED_AFTER);
        take(standing("drone", 215, BASE.location(), 80));

        assertThat(watch()).extracting(FlightStopped::because).containsExactly(Because.WITH_PARCEL);
    }

    @Test
    void aDroneMayHaveTheParcelIfARejectedSampleSaidSoBeforeItsRecall() {
        take(flying(air(1), MISSION));
        Position farAway = new Position(-33.9, 18.4);
        take(flying(sample("drone", 2, farAway, 90, FlightStatus.AIRBORNE, Payload.LOADED), MISSION));
        telemetry = started();
        recall();
        now = now.plus(Withdrawal.SETTLED_AFTER);
        take(standing("drone", 200, BASE.location(), 80));
        now = now.plus(Withdrawal.SETTLED_AFTER);
        take(standing("drone", 215, BASE.location(), 80));

        assertThat(watch()).extracting(FlightStopped::because).containsExactly(Because.WITH_PARCEL);
    }

    @Test
    void aLaterFlightHasNotStoppedBeforeTheOneThatItOvertook() {
        take(flying(air(1), MISSION));
        FleetSetting.await(fleet.register("second", Registration.overHttp("b1", AIRFRAME), NOW));
        FleetSetting.await(fleet.reserve("d1", 2, request(), NOW));
        FleetSetting.apply(fleet, new MissionCommand.Confirm("d1", 2), NOW);
        FleetSetting.await(fleet.writeOff("second", new WrittenOff("Ada", NOW, "never took off")));
        FleetSetting.change(fleet, "d1", now, missions -> missions.recall(2, now));
        FleetSetting.await(telemetry.refresh());
        assertThat(watch()).as("the first may have the parcel").isEmpty();

        take(flying(air(2), GIVEN_UP));

        assertThat(watch()).as("was not recalled").isEmpty();
        assertThat(watch()).extracting(FlightStopped::mission).containsExactly(new MissionReference("d1", 2, false));
    }

    @Test
    void onlyTheNewestOfManySamplesTells() {
        take(standing("drone", 1, BASE.location(), 90));
        recall();
        now = now.plus(Withdrawal.SETTLED_AFTER);

        take(standing("drone", 2, BASE.location(), 90), flying(air(3), MISSION));

        assertThat(watch()).isEmpty();
    }

    @Test
    void theReportThatAnOrderAnswersIsStoredAtOnce() {
        take(standing("drone", 1, BASE.location(), 90));
        take(standing("drone", 2, BASE.location(), 90));

        assertThat(FleetSetting.await(fleet.drone("drone")))
                .map(DroneState::lastReport)
                .map(LastReport::sequence)
                .contains(2L);
    }

    @Test
    void anAutopilotsRecallLeavesItWithoutAMissionAndEndsWhereItLands() {
        begin(Registration.overMavlink("b1", AIRFRAME, 7, List.of("10.0.0.0/8")));
        take(flying(air(1), MISSION));
        assertThat(known()).isEqualTo(MISSION);

        recall();
        assertThat(known()).isNull();
        now = now.plus(Withdrawal.SETTLED_AFTER);
        take(air(2));
        assertThat(watch()).as("the mission in its samples is our own word").isEmpty();
        take(sample("drone", 30, BASE.location(), 80, FlightStatus.LANDED, Payload.UNKNOWN));

        assertThat(watch()).extracting(FlightStopped::because).containsExactly(Because.LANDED_EMPTY);
    }

    @Test
    void aWrittenOffDroneHasStoppedAndIsOrderedHomeWhenItComesBack() {
        take(flying(air(1), MISSION));
        FleetSetting.await(fleet.writeOff("drone", new WrittenOff("Ada", NOW, "fell into the lake")));
        recall();
        assertThat(watch()).extracting(FlightStopped::because).containsExactly(Because.WRITTEN_OFF);
        published.clear();

        assertThat(take(flying(air(2), MISSION))).isNull();

        assertThat(published).as("what it says is published").hasSize(1);
        assertThat(watch()).isEmpty();
    }

    private static DroneTelemetry air(long sequence) {
        return sample("drone", sequence, BASE.location(), 90, FlightStatus.AIRBORNE, Payload.EMPTY);
    }

    private void recall() {
        FleetSetting.change(fleet, "d1", now, missions -> missions.recall(1, now));
        FleetSetting.await(telemetry.refresh());
    }

    private List<FlightStopped> watch() {
        return FleetSetting.await(new StopMonitor(telemetry, fleet, () -> now).watch());
    }

    private @Nullable MissionReference known() {
        DroneState drone = FleetSetting.await(telemetry.bySystemId(7)).orElseThrow();
        return DroneSnapshots.of(drone).mission();
    }

    /** What it is ordered to fly. */
    private @Nullable MissionReference take(DroneTelemetry... samples) {
        return take(new TelemetryBatch(List.of(samples), false));
    }

    private @Nullable MissionReference take(TelemetryBatch batch) {
        var flight =
                FleetSetting.await(telemetry.take(batch)).orders().getFirst().flight();
        return flight == null ? null : flight.mission();
    }
}
