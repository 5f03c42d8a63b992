package io.dronedelivery.drone.domain;

import io.dronedelivery.drone.mission.domain.DeliveryEventHandler;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.dronedelivery.drone.reservation.domain.Reservations;
import io.dronedelivery.drone.telemetry.domain.LinkMonitor;
import io.dronedelivery.drone.telemetry.domain.LocationStream;
import io.dronedelivery.drone.telemetry.domain.StopMonitor;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import java.time.InstantSource;

/** The classes of the slices' domains, put together. */
public record DroneDomain(
        Reservations reservations,
        DeliveryEventHandler deliveries,
        Telemetry telemetry,
        LinkMonitor links,
        StopMonitor stops) {

    /**
     * On these stores.
     *
     * @param fleet what telemetry learns of the fleet; the store of reservations chooses from it
     */
    public static DroneDomain of(
            KnownFleet fleet,
            ReservationStore reservations,
            MissionStore missions,
            TelemetryStore samples,
            LocationStream stream,
            RejectedReportLog rejected,
            InstantSource clock) {
        Telemetry telemetry = new Telemetry(fleet, samples, missions, stream, rejected, clock);
        return new DroneDomain(
                new Reservations(reservations, missions, clock),
                new DeliveryEventHandler(missions, clock),
                telemetry,
                new LinkMonitor(telemetry, samples, clock),
                new StopMonitor(telemetry, missions, clock));
    }
}
