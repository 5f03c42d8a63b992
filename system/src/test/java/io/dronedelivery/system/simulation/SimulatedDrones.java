package io.dronedelivery.system.simulation;

import static java.util.Objects.requireNonNull;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.simulator.domain.Drone;
import io.dronedelivery.simulator.domain.Errand;
import io.dronedelivery.simulator.domain.Swarm;
import io.dronedelivery.simulator.domain.Wind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The drones: those of the simulator, which fly what the telemetry API orders, over a radio that is not reliable. */
final class SimulatedDrones {
    private static final Duration EXCHANGE_EVERY = Duration.ofSeconds(4);
    private static final Duration SILENCE_MAX = Duration.ofMinutes(4);
    private static final Duration UNHEARD_MAX = Duration.ofMinutes(15);
    private static final int SAMPLES_PER_POST_MAX = 200;

    private final World world;
    private final ProcessLife air;
    private final Network network;
    private final Node<DroneService.Handlers> droneService;
    private final Swarm swarm;
    private final List<DroneTelemetry> waiting = new ArrayList<>();
    private final Map<String, Instant> silentUntil = new HashMap<>();
    private final Map<String, Order> obeyed = new HashMap<>();
    private final Map<String, Instant> lostSince = new TreeMap<>();
    private final Parcels parcels;
    private final RadioInterference interference;
    private final PublishedSamples published = new PublishedSamples();

    SimulatedDrones(World world, Network network, Node<DroneService.Handlers> droneService) {
        this.world = world;
        this.air = ProcessLife.eternal(world, "air");
        this.network = network;
        this.droneService = droneService;
        this.parcels = new Parcels(world);
        this.interference = new RadioInterference(world);
        this.swarm = new Swarm(new Wind(world.random().nextLong()), world.instant());
        Town.drones().forEach((id, base) -> swarm.add(Drone.at(id, base, world.instant()), Town.AIRFRAME));
        air.every(EXCHANGE_EVERY, this::exchange);
    }

    /** What could not be posted waits: it comes late, doubled, and after what came later. */
    private Uni<?> exchange() {
        swarm.advance(world.instant()).stream()
                .filter(sample -> !isLost(sample.droneId()))
                .filter(this::isHeard)
                .map(this::garbled)
                .flatMap(sample -> interference.with(sample).stream())
                .forEach(waiting::add);
        watch();
        List<DroneTelemetry> audible =
                waiting.stream().filter(sample -> !isSilent(sample.droneId())).toList();
        List<DroneTelemetry> post = audible.subList(0, Math.min(audible.size(), SAMPLES_PER_POST_MAX));
        TelemetryBatch batch = new TelemetryBatch(post, post.size() < audible.size());
        if (post.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return network.call(air, droneService, "samples", to -> to.domain()
                        .telemetry()
                        .take(batch))
                .invoke(answer -> {
                    waiting.removeAll(Set.copyOf(post));
                    published.note(post, answer, interference::isAltered, world.instant());
                    obey(answer);
                });
    }

    /** One parcel is never flown by two. */
    private void watch() {
        Map<String, String> flown = new HashMap<>();
        swarm.drones().stream().filter(drone -> !isLost(drone.id())).forEach(drone -> {
            parcels.see(drone);
            mission(drone).ifPresent(mission -> {
                String other = flown.put(mission.deliveryId(), drone.id());
                if (other != null) {
                    world.accuse(new Violation(
                            "ONE_DRONE_PER_PARCEL",
                            other + " and " + drone.id() + " both fly for " + mission.deliveryId()));
                }
            });
        });
    }

    private static Optional<MissionReference> mission(Drone drone) {
        return switch (drone.errand()) {
            case Errand.Fetch(Flight flight) -> Optional.of(flight.mission());
            case Errand.Carry(Flight flight) -> Optional.of(flight.mission());
            case Errand.Idle _, Errand.GoHome _ -> Optional.empty();
        };
    }

    /** Whether a drone is out for the delivery, whatever the attempt. */
    boolean isFlown(String deliveryId) {
        return swarm.drones().stream()
                .filter(drone -> !isLost(drone.id()))
                .flatMap(drone -> mission(drone).stream())
                .anyMatch(mission -> mission.deliveryId().equals(deliveryId));
    }

    RadioInterference interference() {
        return interference;
    }

    PublishedSamples published() {
        return published;
    }

    Parcels parcels() {
        return parcels;
    }

    /** The drones that have fallen down, and when. */
    Map<String, Instant> lost() {
        return Map.copyOf(lostSince);
    }

    private boolean isLost(String droneId) {
        return lostSince.containsKey(droneId);
    }

    private void lose(DroneTelemetry last) {
        lostSince.put(last.droneId(), world.instant());
        parcels.putDown(last.droneId());
        waiting.removeIf(sample -> sample.droneId().equals(last.droneId()));
        world.tell(last.droneId() + " falls down flying " + last.mission());
    }

    /** A drone that was lost stands at its base again, as good as new. */
    void repaired(String droneId) {
        if (lostSince.remove(droneId) != null) {
            swarm.add(Drone.at(droneId, requireNonNull(Town.drones().get(droneId)), world.instant()), Town.AIRFRAME);
            world.tell(droneId + " is repaired");
        }
    }

    private void obey(TelemetryAnswer answer) {
        List<Order> heard = answer.orders().stream()
                .filter(order -> !isSilent(order.droneId()) && !isLost(order.droneId()))
                .filter(order -> !world.strikes(Fault.NOISE, "order", "order to " + order.droneId()))
                .toList();
        swarm.obey(heard);
        heard.stream()
                .filter(order -> !order.equals(obeyed.put(order.droneId(), order)))
                .filter(order -> world.strikes(Fault.ACKNOWLEDGED_UNHEARD, order.droneId()))
                .forEach(order -> fallSilent(order.droneId(), UNHEARD_MAX));
        watch();
    }

    private void fallSilent(String droneId, Duration longest) {
        silentUntil.put(droneId, world.instant().plus(world.upTo(longest)));
        world.tell(droneId + " falls silent");
    }

    private boolean isHeard(DroneTelemetry sample) {
        if (sample.flightStatus() == FlightStatus.AIRBORNE && world.strikes(Fault.LOSS, sample.droneId())) {
            lose(sample);
            return false;
        }
        if (world.strikes(Fault.SILENCE, sample.droneId())) {
            fallSilent(sample.droneId(), SILENCE_MAX);
        }
        return !world.strikes(Fault.NOISE, sample.droneId());
    }

    private boolean isSilent(String droneId) {
        return silentUntil.getOrDefault(droneId, Instant.MIN).isAfter(world.instant());
    }

    private DroneTelemetry garbled(DroneTelemetry sample) {
        if (sample.flightStatus() != FlightStatus.AIRBORNE || !world.strikes(Fault.EMERGENCY, sample.droneId())) {
            return sample;
        }
        world.tell(sample.droneId() + " reports an emergency flying " + sample.mission());
        return new DroneTelemetry(
                sample.droneId(),
                sample.sequence(),
                sample.time(),
                sample.latitude(),
                sample.longitude(),
                sample.altitude(),
                sample.groundSpeed(),
                sample.heading(),
                sample.battery(),
                FlightStatus.EMERGENCY,
                sample.payload(),
                sample.mission());
    }
}
