package io.dronedelivery.system.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.RemoteFailure;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryArriving;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.Custody;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A simulation that finds nothing proves nothing: here it must find what was put there. */
class PlantedFaultTest {
    private static final int SEEDS = 60;

    @Test
    void anInboxBesideTheTransactionIsFound() {
        assertThat(found(Sabotage.ofCustodies(InboxBesideTransaction::new))).contains("NOTHING_HELD_AFTER_THE_END");
    }

    @Test
    void anOutboxThatForgetsAMessageIsFound() {
        assertThat(found(Sabotage.ofOutbox(outbox -> event -> {
                    if (!(event instanceof DeliveryArriving)) {
                        outbox.accept(event);
                    }
                })))
                .contains("NEVER_OUT_OF_ORDER");
    }

    @Test
    void aSchedulerThatTakesATimeoutForARefusalIsFound() {
        assertThat(found(Sabotage.ofDrones(
                        drones -> (deliveryId, attempt, request) -> drones.reserve(deliveryId, attempt, request)
                                .onFailure()
                                .recoverWithItem(new Outcome.Refused<>(Refusal.NO_DRONE_IN_TIME, "no answer")))))
                .contains("goes by van, but the fleet never refused it");
    }

    /** What the first run that finds something says. */
    private static String found(Sabotage sabotage) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> verdict(new Simulation(seed, true, sabotage)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("nothing");
    }

    private static Optional<String> verdict(Simulation simulation) {
        try {
            simulation.run();
            return Optional.empty();
        } catch (AssertionError wrong) {
            return Optional.ofNullable(wrong.getMessage());
        }
    }

    /** Notes that it has seen an event, and then fails now and then to do what the event means. */
    private static final class InboxBesideTransaction implements Custodies {
        private static final int EVENTS_PER_FAILURE = 5;

        private final Custodies custodies;
        private final Set<String> seen = new HashSet<>();

        InboxBesideTransaction(Custodies custodies) {
            this.custodies = custodies;
        }

        @Override
        public Uni<Void> changeOnce(String eventId, String packageId, UnaryOperator<Custody> decision) {
            if (!seen.add(eventId)) {
                return Uni.createFrom().voidItem();
            }
            return seen.size() % EVENTS_PER_FAILURE == 0
                    ? Uni.createFrom().failure(new RemoteFailure("the second transaction failed"))
                    : custodies.change(packageId, decision);
        }

        @Override
        public Uni<Outcome<Package>> register(String packageId, String tag, Decision decision) {
            return custodies.register(packageId, tag, decision);
        }

        @Override
        public Uni<Void> change(String packageId, UnaryOperator<Custody> decision) {
            return custodies.change(packageId, decision);
        }

        @Override
        public Uni<Optional<Custody>> find(String packageId) {
            return custodies.find(packageId);
        }
    }
}
