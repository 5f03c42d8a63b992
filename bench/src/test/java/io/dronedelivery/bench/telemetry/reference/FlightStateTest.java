package io.dronedelivery.bench.telemetry.reference;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.ARRIVING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_DROPOFF;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PICKED_UP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlightStateTest {
    private static final Position PICKUP = new Position(47.37, 8.54);
    private static final Position DROPOFF = new Position(47.39, 8.51);
    private static final Position HALFWAY = new Position(47.38, 8.525);
    private static final Position HUNDRED_METERS_BEFORE = new Position(47.3891, 8.51);
    private static final MissionReference MISSION = new MissionReference("delivery", 1, false);

    @Test
    void eachStatusFollowsFromThePositionThatShowsIt() {
        assertThat(in(SCHEDULED).shownBy(seen(HALFWAY, FlightStatus.AIRBORNE, Payload.EMPTY)))
                .containsExactly(HEADED_TO_PICKUP);
        assertThat(in(HEADED_TO_PICKUP).shownBy(seen(PICKUP, FlightStatus.LANDED, Payload.LOADED)))
                .containsExactly(PICKED_UP, HEADED_TO_DROPOFF);
        assertThat(in(HEADED_TO_DROPOFF).shownBy(seen(HUNDRED_METERS_BEFORE, FlightStatus.AIRBORNE, Payload.LOADED)))
                .containsExactly(ARRIVING);
        assertThat(in(ARRIVING).shownBy(seen(DROPOFF, FlightStatus.LANDED, Payload.EMPTY)))
                .containsExactly(COMPLETED);
    }

    @Test
    void otherPositionsShowNothing() {
        assertThat(in(SCHEDULED).shownBy(seen(HALFWAY, FlightStatus.GROUNDED, Payload.EMPTY)))
                .isEmpty();
        assertThat(in(HEADED_TO_PICKUP).shownBy(seen(PICKUP, FlightStatus.AIRBORNE, Payload.EMPTY)))
                .isEmpty();
        assertThat(in(HEADED_TO_DROPOFF).shownBy(seen(HALFWAY, FlightStatus.AIRBORNE, Payload.LOADED)))
                .isEmpty();
        assertThat(in(ARRIVING).shownBy(seen(HUNDRED_METERS_BEFORE, FlightStatus.LANDED, Payload.EMPTY)))
                .isEmpty();
        assertThat(in(COMPLETED).shownBy(seen(DROPOFF, FlightStatus.LANDED, Payload.EMPTY)))
                .isEmpty();
    }

    @Test
    void aPositionOfAnotherMissionShowsNothing() {
        DroneTelemetry other = new DroneTelemetry(
                "drone", 1, Instant.EPOCH, 47.38, 8.52, 0, 0, 0, null, FlightStatus.AIRBORNE, Payload.EMPTY, null);

        assertThat(in(SCHEDULED).shownBy(other)).isEmpty();
    }

    @Test
    void eachStatusIsAnEventMore() {
        assertThat(in(SCHEDULED).then(HEADED_TO_PICKUP))
                .isEqualTo(new FlightState("delivery", "account", 1, PICKUP, DROPOFF, HEADED_TO_PICKUP, 3));
    }

    private static FlightState in(DeliveryStatus status) {
        return new FlightState("delivery", "account", 1, PICKUP, DROPOFF, status, 2);
    }

    private static DroneTelemetry seen(Position at, FlightStatus status, Payload payload) {
        return new DroneTelemetry(
                "drone", 1, Instant.EPOCH, at.latitude(), at.longitude(), 0, 0, 0, null, status, payload, MISSION);
    }
}
