package io.dronedelivery.drone.telemetry;

import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.mavlink.autopilot.DroneSnapshot;

/** Drones as the reader of MAVLink has to know them. */
public final class DroneSnapshots {
    private DroneSnapshots() {}

    public static DroneSnapshot of(DroneState drone) {
        Flight ordered = drone.ordered();
        LastReport last = drone.lastReport();
        MissionReference mission = ordered == null ? null : ordered.mission();
        if (last == null) {
            return new DroneSnapshot(
                    drone.droneId(), mission, null, FlightStatus.GROUNDED, 0, drone.home(), drone.stand(), null, null);
        }
        return new DroneSnapshot(
                drone.droneId(),
                mission,
                last.battery(),
                last.flightStatus(),
                last.ownSequence(),
                drone.home(),
                last.position() == null ? drone.stand() : last.position(),
                last.time(),
                last.seenAt());
    }
}
