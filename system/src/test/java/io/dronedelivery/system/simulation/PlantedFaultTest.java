package io.dronedelivery.system.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryArriving;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.Custody;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A simulation that finds nothing proves nothing: here it must find what was put there. */
class PlantedFaultTest {
    private static final int SEEDS = 200;

    @Test
    void aServiceThatForgetsWhatItHasHeardIsFound() {
        assertThat(found(Sabotage.ofCustodies(WithoutInbox::new)))
                .contains("packaging on")
                .contains("picked up under an attempt it is not registered under");
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

    /** Applies an event as often as it comes. */
    private record WithoutInbox(Custodies custodies) implements Custodies {
        @Override
        public Uni<Outcome<Package>> register(String packageId, String tag, Decision decision) {
            return custodies.register(packageId, tag, decision);
        }

        @Override
        public Uni<Void> change(String packageId, UnaryOperator<Custody> decision) {
            return custodies.change(packageId, decision);
        }

        @Override
        public Uni<Void> changeOnce(String eventId, String packageId, UnaryOperator<Custody> decision) {
            return custodies.change(packageId, decision);
        }

        @Override
        public Uni<Optional<Custody>> find(String packageId) {
            return custodies.find(packageId);
        }
    }
}
