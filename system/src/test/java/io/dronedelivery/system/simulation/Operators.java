package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.supervisor.compensation.domain.Act;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.State;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * People: they look for drones that have fallen down, decide on parcels or leave that to the deadline, have what is parked
 * go on, and do not wait for overdue flights. They decide on a parcel once, at its compensation; its alert has to follow. What
 * they say of drones and parcels is true. What is not answered the system has to see alone.
 */
final class Operators {
    private static final String WHO = "ada";
    private static final String WHY = "went there and looked";
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration IDLE_MAX = Duration.ofMinutes(20);
    private static final int IN_TEN_RECOVERED = 5;
    private static final int IN_TEN_RETURNED = 7;
    private static final int IN_TEN_GIVEN_UP = 8; // the rest is left to the deadline

    private final World world;
    private final ProcessLife life;
    private final Network network;
    private final SupervisorService supervisor;
    private final DroneService drones;
    private final SimulatedDrones simulatedDrones;

    Operators(
            World world,
            Network network,
            SupervisorService supervisor,
            DroneService drones,
            SimulatedDrones simulatedDrones) {
        this.world = world;
        this.life = ProcessLife.eternal(world, "operators");
        this.network = network;
        this.supervisor = supervisor;
        this.drones = drones;
        this.simulatedDrones = simulatedDrones;
        life.every(LOOK_EVERY, this::look);
    }

    private Uni<?> look() {
        simulatedDrones.lost().forEach(this::lookFor);
        supervisor.compensations.all().forEach(this::lookAt);
        supervisor.watched.all().stream()
                .flatMap(delivery -> delivery.alerts().stream())
                .filter(alert -> alert.status() == Alert.Status.OPEN && alert.kind() == Alert.Kind.OVERDUE_FLIGHT)
                .filter(alert -> itIsTime(alert.id(), alert.raisedAt()))
                .forEach(this::redrive);
        return Uni.createFrom().voidItem();
    }

    /** Nobody jumps up at once; some never get round to it. */
    private boolean itIsTime(String what, Instant since) {
        return world.instant()
                .isAfter(since.plus(world.randomSource(WHO + " " + what).upTo(IDLE_MAX)));
    }

    private void lookFor(String droneId, Instant since) {
        if (!itIsTime(droneId, since)) {
            return;
        }
        Done.now(drones.stored.drone(droneId)).ifPresent(drone -> {
            if (drone.writtenOff() == null) {
                writeOff(droneId);
            } else if (drone.heldFor() == null) {
                repair(droneId);
            }
        });
    }

    private void writeOff(String droneId) {
        WrittenOff lost = new WrittenOff(WHO, world.instant(), WHY);
        ask(network.call(
                life, drones.node, droneId + " write-off", to -> to.registry().writeOff(droneId, lost)));
    }

    private void repair(String droneId) {
        ask(network.call(life, drones.node, droneId + " register", to -> to.registry()
                        .register(droneId, Town.REGISTRATION, world.instant()))
                .invoke(answer -> {
                    if (answer instanceof Granted<?>) {
                        simulatedDrones.repaired(droneId);
                    }
                }));
    }

    private void lookAt(Compensation compensation) {
        String key = key(compensation);
        if (compensation.state() instanceof State.Parked(Instant since, String _) && itIsTime(key, since)) {
            act(compensation, new Act.Retry(null));
        }
        if (compensation.state() instanceof State.Undecided(Instant since, Instant _, String _)
                && itIsTime(key, since)) {
            remedy(compensation).ifPresent(remedy -> {
                move(compensation.deliveryId(), remedy);
                act(compensation, new Act.Decide(remedy, WHY));
            });
        }
    }

    /** What becomes of a parcel that is not handed over; empty while it is in the air, and where nobody cares. */
    private Optional<Remedy> remedy(Compensation compensation) {
        Parcels parcels = simulatedDrones.parcels();
        String deliveryId = compensation.deliveryId();
        if (parcels.hasBrought(deliveryId, compensation.attempt())) {
            return Optional.of(Remedy.HANDED_OVER);
        }
        int chance = world.randomSource(key(compensation)).random().nextInt(10);
        if (parcels.aboard(deliveryId) || chance >= IN_TEN_GIVEN_UP) {
            return Optional.empty();
        }
        return Optional.of(
                chance < IN_TEN_RECOVERED
                        ? Remedy.PARCEL_RECOVERED
                        : chance < IN_TEN_RETURNED ? Remedy.RETURNED : Remedy.GIVE_UP);
    }

    private void move(String deliveryId, Remedy remedy) {
        if (remedy == Remedy.PARCEL_RECOVERED) {
            simulatedDrones.parcels().recovered(deliveryId);
        }
        if (remedy == Remedy.RETURNED) {
            simulatedDrones.parcels().returned(deliveryId);
        }
    }

    private void act(Compensation compensation, Act act) {
        ask(network.call(life, supervisor.node, key(compensation) + " " + act.kind(), to -> to.compensationOperations()
                        .act(compensation.deliveryId(), compensation.attempt(), WHO, act))
                .invoke(result -> world.tell(WHO + " acts on " + key(compensation) + ": " + act + " → "
                        + result.getClass().getSimpleName())));
    }

    private void redrive(Alert alert) {
        ask(network.call(life, supervisor.node, alert.id() + " redrive", to -> to.alertOperations()
                .redrive(alert.id(), WHO, WHY)));
    }

    private static String key(Compensation compensation) {
        return compensation.deliveryId() + "/" + compensation.attempt();
    }

    /** Who hears nothing tries again the next time. */
    private static void ask(Uni<?> call) {
        call.subscribe().with(_ -> {}, _ -> {});
    }
}
