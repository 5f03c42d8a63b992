package io.dronedelivery.drone;

import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.domain.DroneDomain;
import io.dronedelivery.drone.mission.domain.DeliveryEventHandler;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.dronedelivery.drone.report.domain.RejectedReports;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.dronedelivery.drone.reservation.domain.Reservations;
import io.dronedelivery.drone.telemetry.domain.LinkMonitor;
import io.dronedelivery.drone.telemetry.domain.LocationStream;
import io.dronedelivery.drone.telemetry.domain.StopMonitor;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the domain a bean, and its classes, since no slice knows of the whole. */
@Dependent
class Beans {

    @Produces
    @Singleton
    DroneDomain domain(
            KnownFleet fleet,
            ReservationStore reservations,
            MissionStore missions,
            TelemetryStore samples,
            LocationStream stream,
            RejectedReportLog rejected,
            InstantSource clock) {
        return DroneDomain.of(fleet, reservations, missions, samples, stream, rejected, clock);
    }

    @Produces
    @Singleton
    KnownFleet knownFleet() {
        return new KnownFleet();
    }

    @Produces
    @Singleton
    RejectedReportLog rejectedReportLog(RejectedReports kept, MeterRegistry metrics) {
        for (SetAside.Reason reason : SetAside.Reason.values()) {
            rejected(metrics, reason); // a rate can be told only of what is shown before it happens
        }
        return new RejectedReportLog(kept, reason -> rejected(metrics, reason).increment());
    }

    private static Counter rejected(MeterRegistry metrics, SetAside.Reason reason) {
        return Counter.builder("drone.telemetry.set.aside")
                .description("Reports that were rejected")
                .tag("reason", reason.name())
                .register(metrics);
    }

    @Produces
    Reservations reservations(DroneDomain domain) {
        return domain.reservations();
    }

    @Produces
    DeliveryEventHandler deliveries(DroneDomain domain) {
        return domain.deliveries();
    }

    @Produces
    Telemetry telemetry(DroneDomain domain) {
        return domain.telemetry();
    }

    @Produces
    LinkMonitor links(DroneDomain domain) {
        return domain.links();
    }

    @Produces
    StopMonitor stops(DroneDomain domain) {
        return domain.stops();
    }
}
