package io.dronedelivery.delivery.domain.tracking;

import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.delivery.domain.evidence.FlightObserver;
import io.dronedelivery.delivery.domain.evidence.Observation;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The drone of an overtaken attempt. What it does counts no more, with one exception: it may have loaded the parcel before it
 * was told of the change. Then the drone or carrier that was sent instead finds nothing.
 */
final class OvertakenDrone {
    private OvertakenDrone() {}

    /** The message that shows that such a drone has the parcel, or may have it; empty for any other message. */
    static Optional<Cause> hasTheParcel(Delivery.Assigned delivery, DroneStream message) {
        return isOvertaken(delivery, message.mission()) && !delivery.transport().parcelMayBeOut()
                ? rule(message).map(rule -> cause(message, rule))
                : Optional.empty();
    }

    /** Attempts before the latest recovery are over: the parcel was brought back. */
    private static boolean isOvertaken(Delivery.Assigned delivery, @Nullable MissionReference mission) {
        return mission != null
                && mission.deliveryId().equals(delivery.record().deliveryId())
                && mission.attempt() < delivery.attempt()
                && mission.attempt() >= delivery.record().latestRecovery();
    }

    private static Optional<String> rule(DroneStream message) {
        return switch (message) {
            case DroneTelemetry seen when seen.payload() == Payload.LOADED -> Optional.of("the drone has the parcel");
            case FlightStopped stopped
            when stopped.because().parcelMayBeOut() -> Optional.of(FlightObserver.rule(stopped.because()));
            case DroneTelemetry _, FlightStopped _, LinkLost _ -> Optional.empty();
        };
    }

    private static Cause cause(DroneStream message, String rule) {
        return new Observation(message.sequence(), message.time(), null, "overtaken: " + rule)
                .cause(message.droneId(), false);
    }
}
