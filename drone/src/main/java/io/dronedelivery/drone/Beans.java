package io.dronedelivery.drone;

import io.dronedelivery.drone.mission.domain.DeliveryEventHandler;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.dronedelivery.drone.report.domain.RejectedReports;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.dronedelivery.drone.reservation.domain.Reservations;
import io.dronedelivery.drone.telemetry.domain.LinkMonitor;
import io.dronedelivery.drone.telemetry.domain.LocationStream;
import io.dronedelivery.drone.telemetry.domain.RecallMonitor;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the domains together as beans. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Reservations reservations(ReservationStore reservations, MissionStore missions, InstantSource clock) {
        return new Reservations(reservations, missions, clock);
    }

    @Produces
    @Singleton
    DeliveryEventHandler deliveryEventHandler(MissionStore missions, InstantSource clock) {
        return new DeliveryEventHandler(missions, clock);
    }

    @Produces
    @Singleton
    RejectedReportLog rejectedReportLog(RejectedReports kept, MeterRegistry metrics) {
        return new RejectedReportLog(kept, reason -> Counter.builder("drone.telemetry.set.aside")
                .description("Reports that were rejected")
                .tag("reason", reason.name())
                .register(metrics)
                .increment());
    }

    /** What telemetry learns of the fleet, reservations choose from. */
    @Produces
    @Singleton
    KnownFleet knownFleet() {
        return new KnownFleet();
    }

    @Produces
    @Singleton
    Telemetry telemetry(
            KnownFleet fleet,
            TelemetryStore telemetryStore,
            MissionStore missions,
            LocationStream stream,
            RejectedReportLog rejected,
            InstantSource clock) {
        return new Telemetry(fleet, telemetryStore, missions, stream, rejected, clock);
    }

    @Produces
    @Singleton
    LinkMonitor linkMonitor(Telemetry telemetry, TelemetryStore telemetryStore, InstantSource clock) {
        return new LinkMonitor(telemetry, telemetryStore, clock);
    }

    @Produces
    @Singleton
    RecallMonitor recallMonitor(Telemetry telemetry, MissionStore missions, InstantSource clock) {
        return new RecallMonitor(telemetry, missions, clock);
    }
}
