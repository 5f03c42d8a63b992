package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.drone.domain.Bookings;
import io.dronedelivery.drone.domain.InMemoryFleet;
import io.dronedelivery.drone.domain.InMemorySetAsides;
import io.dronedelivery.drone.domain.LocationStream;
import io.dronedelivery.drone.domain.Missions;
import io.dronedelivery.drone.domain.Recalls;
import io.dronedelivery.drone.domain.Registry;
import io.dronedelivery.drone.domain.Reservations;
import io.dronedelivery.drone.domain.SetAsideLog;
import io.dronedelivery.drone.domain.SetAsides;
import io.dronedelivery.drone.domain.Sightings;
import io.dronedelivery.drone.domain.Silence;
import io.dronedelivery.drone.domain.Telemetry;
import java.time.Duration;
import java.util.List;

/** The service drone. */
final class DroneService {
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(2);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(5);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(5);

    /** What handles its calls and messages. */
    record Handlers(
            Reservations reservations,
            Missions missions,
            Telemetry telemetry,
            Silence silence,
            Recalls recalls,
            Registry registry) {}

    final Outbox<DroneStream> outbox;
    final InMemoryFleet stored;
    final InMemorySetAsides setAside = new InMemorySetAsides();
    final Node<Handlers> node;
    final Reader<Handlers, ?> events;

    DroneService(World world, Log log, Network network) {
        outbox = new Outbox<>(world, log.telemetry);
        stored = new InMemoryFleet(outbox);
        node = new Node<>(world, "drone", life -> {
            Bookings bookings = Database.connect(life, Bookings.class, stored);
            Sightings sightings = Database.connect(life, Sightings.class, stored);
            LocationStream stream = samples -> network.publish(life, log.telemetry, List.<DroneStream>copyOf(samples));
            SetAsides setAsides = Database.connect(life, SetAsides.class, setAside);
            Telemetry telemetry = new Telemetry(sightings, stream, new SetAsideLog(setAsides, _ -> {}), life.clock());
            return new Handlers(
                    new Reservations(bookings, life.clock()),
                    new Missions(bookings, life.clock()),
                    telemetry,
                    new Silence(telemetry, sightings, life.clock()),
                    new Recalls(telemetry, sightings, life.clock()),
                    Database.connect(life, Registry.class, stored));
        });
        node.inEveryLife(outbox::relayBy);
        node.inEveryLife(this::doRounds);
        events = new Reader<>(
                node, log.events, event -> node.handlers().missions().on(event));
    }

    private void doRounds(Life life) {
        Handlers handlers = node.handlers();
        life.every(REFRESH_EVERY, handlers.telemetry()::refresh);
        life.every(SAVE_EVERY, handlers.telemetry()::save);
        life.every(WATCH_EVERY, handlers.silence()::watch);
        life.every(WATCH_EVERY, handlers.recalls()::watch);
    }
}
