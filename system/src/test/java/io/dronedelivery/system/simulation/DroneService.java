package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.drone.domain.DroneDomain;
import io.dronedelivery.drone.fleet.InMemoryFleet;
import io.dronedelivery.drone.fleet.InMemoryRejectedReports;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.dronedelivery.drone.report.domain.RejectedReports;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.dronedelivery.drone.telemetry.domain.LocationStream;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import java.time.Duration;
import java.util.List;

/** The service drone. */
final class DroneService {
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(2);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(5);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(5);

    /** What handles its calls and messages. */
    record Handlers(DroneDomain domain, Registry registry) {}

    final Outbox<DroneStream> outbox;
    final InMemoryFleet stored;
    final InMemoryRejectedReports rejected = new InMemoryRejectedReports();
    final Node<Handlers> node;
    final Reader<Handlers, ?> events;

    DroneService(World world, Log log, Network network) {
        outbox = new Outbox<>(world, log.telemetry);
        stored = new InMemoryFleet(outbox);
        node = new Node<>(world, "drone", life -> {
            MissionStore missions = Database.connect(life, MissionStore.class, stored);
            KnownFleet fleet = new KnownFleet();
            ReservationStore reservations = Database.connect(life, ReservationStore.class, stored.knowing(fleet));
            TelemetryStore samples = Database.connect(life, TelemetryStore.class, stored);
            LocationStream stream = taken -> network.publish(life, log.telemetry, List.<DroneStream>copyOf(taken));
            RejectedReports rejectedReports = Database.connect(life, RejectedReports.class, rejected);
            RejectedReportLog rejectedLog = new RejectedReportLog(rejectedReports, _ -> {});
            return new Handlers(
                    DroneDomain.of(fleet, reservations, missions, samples, stream, rejectedLog, life.clock()),
                    Database.connect(life, Registry.class, stored));
        });
        node.inEveryLife(outbox::relayBy);
        node.inEveryLife(this::doRounds);
        events = new Reader<>(node, log.events, MissionCommand.IGNORED, event -> node.handlers()
                .domain()
                .deliveries()
                .on(event));
    }

    private void doRounds(ProcessLife life) {
        DroneDomain domain = node.handlers().domain();
        life.every(REFRESH_EVERY, domain.telemetry()::refresh);
        life.every(SAVE_EVERY, domain.telemetry()::save);
        life.every(WATCH_EVERY, domain.links()::watch);
        life.every(WATCH_EVERY, domain.stops()::watch);
    }
}
