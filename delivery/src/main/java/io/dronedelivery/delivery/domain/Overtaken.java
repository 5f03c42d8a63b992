package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.MissionReference;
import java.util.Optional;

/**
 * What is heard of the drones of overtaken attempts. What they do counts no more, but one may have loaded the parcel before
 * it heard that its customer had changed his mind: then whoever was sent instead finds nothing.
 */
final class Overtaken {
    private Overtaken() {}

    /** That such a drone has the parcel, or may have it; empty where the message says nothing of that kind. */
    static Optional<Cause> hasTheParcel(Carried carried, DroneStream message) {
        return message instanceof FlightStopped stopped
                        && FlightObserver.astray(stopped.because())
                        && !carried.carriage().mayBeOut()
                        && isOvertaken(carried, stopped.mission())
                ? Optional.of(cause(stopped))
                : Optional.empty();
    }

    /** What came before a recovery is over: the parcel was brought back. */
    private static boolean isOvertaken(Carried carried, MissionReference mission) {
        Dossier file = carried.dossier();
        return mission.deliveryId().equals(file.deliveryId())
                && mission.attempt() < carried.attempt()
                && mission.attempt() >= file.recovered();
    }

    private static Cause cause(FlightStopped stopped) {
        String rule = "overtaken: " + FlightObserver.rule(stopped.because());
        return new Witness(stopped.sequence(), stopped.time(), null, rule).cause(stopped.droneId(), false);
    }
}
