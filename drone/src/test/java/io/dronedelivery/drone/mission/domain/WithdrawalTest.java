package io.dronedelivery.drone.mission.domain;

import static io.dronedelivery.drone.fleet.Samples.BASE;
import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.flying;
import static io.dronedelivery.drone.fleet.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.testing.Orders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When it is certain that a drone does not go on with a mission that was withdrawn. */
class WithdrawalTest {
    private static final Position ELSEWHERE = BASE.location();
    private static final Instant SETTLED = NOW.plus(Withdrawal.SETTLED_AFTER);
    private static final MissionReference MISSION = new MissionReference("d1", 1, false);
    private static final MissionReference GIVEN_UP = new MissionReference("d1", 1, true);
    private static final MissionReference ANOTHER = new MissionReference("d2", 1, false);
    private static final Withdrawal WITHDRAWN = new Withdrawal(MISSION, Orders.PICKUP, NOW, true, false, null);

    private static final Instant LONG_HEARD = NOW.minus(Withdrawal.SETTLED_AFTER);

    private Protocol protocol = Protocol.HTTP;
    private Withdrawal withdrawn = WITHDRAWN;

    @Test
    void aDroneThatGaveItUpHasStoppedWheneverItSaysSo() {
        assertThat(stopped(air(GIVEN_UP, NOW))).isEqualTo(Because.ACKNOWLEDGED);
        assertThat(stopped(air(GIVEN_UP, NOW.minusSeconds(60)))).isEqualTo(Because.ACKNOWLEDGED);
    }

    @Test
    void aDroneThatFliesNothingOrSomethingElseHasStoppedOnceNoOrderCanBeOnItsWay() {
        assertThat(stopped(air(null, SETTLED.minusMillis(1)))).isNull();
        assertThat(stopped(air(null, SETTLED))).isEqualTo(Because.ACKNOWLEDGED);
        assertThat(stopped(air(ANOTHER, SETTLED))).isEqualTo(Because.ACKNOWLEDGED);
    }

    @Test
    void neitherOurClocksNorTheDronesOwnTellAloneThatNoOrderCanBeOnItsWay() {
        LastReport seen = air(null, SETTLED.plusSeconds(600));

        assertThat(stopped(seen, null)).as("seen by a clock that was ahead").isNull();
        assertThat(stopped(seen, seen.time().minusSeconds(14))).isNull();
        assertThat(stopped(seen, seen.time().minus(Withdrawal.SETTLED_AFTER))).isEqualTo(Because.ACKNOWLEDGED);
    }

    @Test
    void aDroneThatHadTheParcelMeanwhileHasStoppedWithIt() {
        withdrawn = new Withdrawal(MISSION, Orders.PICKUP, NOW, true, true, null);
        assertThat(stopped(air(GIVEN_UP, NOW))).isEqualTo(Because.WITH_PARCEL);
        assertThat(stopped(ground(FlightStatus.LANDED, Payload.EMPTY, ELSEWHERE, MISSION)))
                .isEqualTo(Because.WITH_PARCEL);
        assertThat(stopped(air(MISSION, SETTLED))).isNull();
    }

    @Test
    void aDroneThatFliesOnHasNotStoppedHoweverLong() {
        assertThat(stopped(air(MISSION, SETTLED.plusSeconds(86_400)))).isNull();
        assertThat(stopped(ground(FlightStatus.GROUNDED, Payload.EMPTY, ELSEWHERE, MISSION)))
                .as("about to take off")
                .isNull();
    }

    @Test
    void aDroneThatLandedEmptyHasStoppedUnlessItMayBeAboutToLoad() {
        assertThat(stopped(ground(FlightStatus.LANDED, Payload.EMPTY, ELSEWHERE, MISSION)))
                .isEqualTo(Because.LANDED_EMPTY);
        assertThat(stopped(ground(FlightStatus.LANDED, Payload.LOADED, ELSEWHERE, MISSION)))
                .isNull();
        assertThat(stopped(ground(FlightStatus.LANDED, Payload.EMPTY, Orders.PICKUP, MISSION)))
                .isNull();
    }

    @Test
    void anAutopilotHasStoppedOnceItIsOnTheGroundWhateverTheFleetSaysItFlies() {
        protocol = Protocol.MAVLINK;

        assertThat(stopped(air(null, SETTLED))).isNull();
        assertThat(stopped(ground(FlightStatus.LANDED, Payload.UNKNOWN, Orders.PICKUP, null)))
                .as("about to load")
                .isNull();
        assertThat(stopped(ground(FlightStatus.LANDED, Payload.UNKNOWN, ELSEWHERE, null)))
                .isEqualTo(Because.LANDED_EMPTY);
        assertThat(stopped(ground(FlightStatus.GROUNDED, Payload.UNKNOWN, Orders.PICKUP, null)))
                .as("never took off")
                .isEqualTo(Because.LANDED_EMPTY);
    }

    @Test
    void aDroneThatWasNeverHeardOfMayFlyUnlessItWasNeverOrderedTo() {
        assertThat(stopped((LastReport) null)).isNull();
        Withdrawal neverOrdered = new Withdrawal(MISSION, Orders.PICKUP, NOW, false, false, null);
        assertThat(neverOrdered.stopped(protocol, false, null, null)).contains(Because.ACKNOWLEDGED);
        assertThat(neverOrdered.stopped(protocol, true, null, null))
                .as("it can't have fetched the parcel")
                .contains(Because.ACKNOWLEDGED);
    }

    private static LastReport air(@Nullable MissionReference mission, Instant seenAt) {
        return Samples.lastReport(
                flying(sample("drone", 1, ELSEWHERE, 90, FlightStatus.AIRBORNE, Payload.EMPTY), mission), seenAt);
    }

    private static LastReport ground(
            FlightStatus status, Payload payload, Position place, @Nullable MissionReference mission) {
        return Samples.lastReport(flying(sample("drone", 1, place, 90, status, payload), mission), SETTLED);
    }

    private @Nullable Because stopped(@Nullable LastReport seen) {
        return stopped(seen, LONG_HEARD);
    }

    private @Nullable Because stopped(@Nullable LastReport seen, @Nullable Instant heardFrom) {
        return withdrawn.stopped(protocol, false, seen, heardFrom).orElse(null);
    }
}
