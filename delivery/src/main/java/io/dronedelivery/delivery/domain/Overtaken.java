package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of the drones of overtaken attempts. What they do counts no more, but one may have loaded the parcel before
 * it heard that its customer had changed his mind: then whoever was sent instead finds nothing.
 */
final class Overtaken {
    private Overtaken() {}

    /** That such a drone has the parcel, or may have it; empty where the message says nothing of that kind. */
    static Optional<Cause> hasTheParcel(Carried carried, DroneStream message) {
        return isOvertaken(carried, message.mission()) && !carried.carriage().mayBeOut()
                ? rule(message).map(rule -> cause(message, rule))
                : Optional.empty();
    }

    /** What came before a recovery is over: the parcel was brought back. */
    private static boolean isOvertaken(Carried carried, @Nullable MissionReference mission) {
        Dossier file = carried.dossier();
        return mission != null
                && mission.deliveryId().equals(file.deliveryId())
                && mission.attempt() < carried.attempt()
                && mission.attempt() >= file.recovered();
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
        return new Witness(message.sequence(), message.time(), null, "overtaken: " + rule)
                .cause(message.droneId(), false);
    }
}
