package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.drone.domain.DeliveryEventHandler;
import io.dronedelivery.drone.domain.InMemoryFleet;
import io.dronedelivery.drone.domain.InMemorySetAsides;
import io.dronedelivery.drone.domain.LocationStream;
import io.dronedelivery.drone.domain.MissionStore;
import io.dronedelivery.drone.domain.Recalls;
import io.dronedelivery.drone.domain.Registry;
import io.dronedelivery.drone.domain.ReservationStore;
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
            DeliveryEventHandler deliveries,
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
            MissionStore missions = Database.connect(life, MissionStore.class, stored);
            ReservationStore reservations = Database.connect(life, ReservationStore.class, stored);
            Sightings sightings = Database.connect(life, Sightings.class, stored);
            LocationStream stream = samples -> network.publish(life, log.telemetry, List.<DroneStream>copyOf(samples));
            SetAsides setAsides = Database.connect(life, SetAsides.class, setAside);
            Telemetry telemetry = new Telemetry(
                    sightings, missions, stream, new SetAsideLog(setAsides, _ -> {}), life.clock());
            return new Handlers(
                    new Reservations(reservations, missions, life.clock()),
                    new DeliveryEventHandler(missions, life.clock()),
                    telemetry,
                    new Silence(telemetry, sightings, life.clock()),
                    new Recalls(telemetry, missions, life.clock()),
                    Database.connect(life, Registry.class, stored));
        });
        node.inEveryLife(outbox::relayBy);
        node.inEveryLife(this::doRounds);
        events = new Reader<>(
                node, log.events, event -> node.handlers().deliveries().on(event));
    }

    private void doRounds(Life life) {
        Handlers handlers = node.handlers();
        life.every(REFRESH_EVERY, handlers.telemetry()::refresh);
        life.every(SAVE_EVERY, handlers.telemetry()::save);
        life.every(WATCH_EVERY, handlers.silence()::watch);
        life.every(WATCH_EVERY, handlers.recalls()::watch);
    }
}
