package io.dronedelivery.bench.growth;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The few positions that show a whole flight: take-off, pickup, arrival and hand-over. */
final class CompleteFlight {
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final double BATTERY = 80;
    private static final double NEAR = 0.999; // of the way, so that it is near the drop-off and not there

    private CompleteFlight() {}

    /** The flight of the drone that the delivery was scheduled with. */
    static List<DroneTelemetry> of(DeliveryCreated created, Instant start) {
        Position pickup = created.order().pickup().location();
        Position dropoff = created.order().dropoff().location();
        return List.of(
                sample(created, start, 1, pickup, FlightStatus.AIRBORNE, Payload.EMPTY),
                sample(created, start, 2, pickup, FlightStatus.LANDED, Payload.LOADED),
                sample(created, start, 3, nearly(pickup, dropoff), FlightStatus.AIRBORNE, Payload.LOADED),
                sample(created, start, 4, dropoff, FlightStatus.LANDED, Payload.EMPTY));
    }

    private static DroneTelemetry sample(
            DeliveryCreated created, Instant start, int number, Position at, FlightStatus status, Payload payload) {
        return new DroneTelemetry(
                created.assignment().carrier(),
                number,
                start.plus(STEP.multipliedBy(number)),
                at.latitude(),
                at.longitude(),
                0,
                0,
                0,
                BATTERY,
                status,
                payload,
                new MissionReference(
                        created.header().deliveryId(), created.header().attempt(), false));
    }

    private static Position nearly(Position from, Position to) {
        return new Position(
                from.latitude() + NEAR * (to.latitude() - from.latitude()),
                from.longitude() + NEAR * (to.longitude() - from.longitude()));
    }
}
