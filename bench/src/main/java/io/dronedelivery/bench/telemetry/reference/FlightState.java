package io.dronedelivery.bench.telemetry.reference;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stream processor needs to know of a flight: the least from which the same statuses follow while no message is lost,
 * late or doubled.
 *
 * @param version the number of the delivery's last event
 */
public record FlightState(
        String deliveryId,
        String accountId,
        int attempt,
        Position pickup,
        Position dropoff,
        DeliveryStatus status,
        long version) {
    private static final double STOP_METERS = 30;
    private static final double ARRIVAL_METERS = 200;

    /** The statuses that the position shows, in order; mostly none. */
    List<DeliveryStatus> shownBy(DroneTelemetry seen) {
        Position position = seen.position();
        if (position == null || !isOfMission(seen.mission())) {
            return List.of();
        }
        return switch (status) {
            case SCHEDULED -> shown(seen.flightStatus() == FlightStatus.AIRBORNE, DeliveryStatus.HEADED_TO_PICKUP);
            case HEADED_TO_PICKUP ->
                shown(
                        seen.payload() == Payload.LOADED && position.metersTo(pickup) <= STOP_METERS,
                        DeliveryStatus.PICKED_UP,
                        DeliveryStatus.HEADED_TO_DROPOFF);
            case HEADED_TO_DROPOFF -> shown(position.metersTo(dropoff) <= ARRIVAL_METERS, DeliveryStatus.ARRIVING);
            case ARRIVING -> shown(handedOver(seen, position), DeliveryStatus.COMPLETED);
            default -> List.of();
        };
    }

    private boolean isOfMission(@Nullable MissionReference mission) {
        return mission != null
                && mission.attempt() == attempt
                && mission.deliveryId().equals(deliveryId);
    }

    private boolean handedOver(DroneTelemetry seen, Position position) {
        return seen.flightStatus() == FlightStatus.LANDED
                && seen.payload() == Payload.EMPTY
                && position.metersTo(dropoff) <= STOP_METERS;
    }

    private static List<DeliveryStatus> shown(boolean condition, DeliveryStatus... statuses) {
        return condition ? List.of(statuses) : List.of();
    }

    /** With its next status. */
    FlightState then(DeliveryStatus next) {
        return new FlightState(deliveryId, accountId, attempt, pickup, dropoff, next, version + 1);
    }
}
