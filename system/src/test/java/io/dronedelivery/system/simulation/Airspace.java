package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.simulator.domain.Drone;
import io.dronedelivery.simulator.domain.Errand;
import io.dronedelivery.simulator.domain.Swarm;
import io.dronedelivery.simulator.domain.Wind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The drones: those of the simulator, which fly what the telemetry door orders, over a radio that is not reliable. */
final class Airspace {
    private static final Duration EXCHANGE_EVERY = Duration.ofSeconds(4);
    private static final Duration SILENCE_MAX = Duration.ofMinutes(4);
    private static final int SAMPLES_PER_POST_MAX = 200;
    private static final double THERE_METERS = 10;

    private final World world;
    private final Life air;
    private final Network network;
    private final Node<DroneService.Handlers> door;
    private final Swarm swarm;
    private final List<DroneTelemetry> waiting = new ArrayList<>();
    private final Map<String, Instant> silentUntil = new HashMap<>();
    private final Set<String> brought = new HashSet<>();

    Airspace(World world, Network network, Node<DroneService.Handlers> door) {
        this.world = world;
        this.air = Life.eternal(world, "air");
        this.network = network;
        this.door = door;
        this.swarm = new Swarm(new Wind(world.random().nextLong()), world.instant());
        Town.drones().forEach((id, base) -> swarm.add(Drone.at(id, base, world.instant()), Town.AIRFRAME));
        air.every(EXCHANGE_EVERY, this::exchange);
    }

    /** What could not be posted waits: it comes late, doubled, and after what came later. */
    private Uni<?> exchange() {
        swarm.advance(world.instant()).stream()
                .filter(this::isHeard)
                .map(this::garbled)
                .forEach(waiting::add);
        swarm.drones().forEach(this::watch);
        List<DroneTelemetry> post = waiting.stream()
                .filter(sample -> !isSilent(sample.droneId()))
                .limit(SAMPLES_PER_POST_MAX)
                .toList();
        if (post.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return network.call(air, door, "samples", to -> to.telemetry().take(post))
                .invoke(answer -> {
                    waiting.removeAll(Set.copyOf(post));
                    obey(answer);
                });
    }

    private void watch(Drone drone) {
        if (drone.status() == FlightStatus.LANDED
                && drone.errand() instanceof Errand.Carry(Flight flight)
                && drone.motion().position().metersTo(flight.dropoff()) < THERE_METERS) {
            brought.add(flight.mission().deliveryId() + "/" + flight.mission().attempt());
        }
    }

    /** Whether a drone has really landed at the drop-off with the parcel. */
    boolean hasBrought(String deliveryId, int attempt) {
        return brought.contains(deliveryId + "/" + attempt);
    }

    private void obey(TelemetryAnswer answer) {
        swarm.obey(answer.orders().stream()
                .filter(order -> !isSilent(order.droneId()))
                .toList());
    }

    private boolean isHeard(DroneTelemetry sample) {
        if (world.strikes(Fault.SILENCE, sample.droneId())) {
            silentUntil.put(sample.droneId(), world.instant().plus(world.upTo(SILENCE_MAX)));
            world.tell(sample.droneId() + " falls silent flying " + sample.mission());
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
