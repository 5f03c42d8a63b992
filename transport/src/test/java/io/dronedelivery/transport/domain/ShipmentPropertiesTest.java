package io.dronedelivery.transport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.overland.Job;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, events and reports in random order, repeated, with a carrier that often fails: the invariants hold. */
class ShipmentPropertiesTest {
    private static final int STEPS = 120;
    // The pickup takes up to 30 minutes, the way 115: a booking a few minutes later is declined.
    private static final Duration TIME_TO_DELIVER = Duration.ofMinutes(150);
    private static final int RUNS = 200;
    private static final List<Stage> STAGES =
            List.of(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noShipmentIsLostDoubledOrLeftOver(long seed) {
        for (long run = 0; run < RUNS; run++) {
            new Run(seed * RUNS + run).check();
        }
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final InMemoryTransport transport;
        private final Map<Integer, Shipment> promised = new HashMap<>();
        private final Map<Integer, Booking> asked = new HashMap<>();
        private int latest = 1;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.transport = new InMemoryTransport(carrier -> new UnreliableCarrier(carrier, random));
        }

        void check() {
            for (int step = 0; step < STEPS; step++) {
                act();
                assertThat(transport.published).as("seed %d", seed).doesNotHaveDuplicates();
                assertStagesInOrder();
            }
            untilDone(transport.deliveryEvents.on(Events.cancelled("d", latest)));
            assertThat(transport.vans())
                    .as("seed %d: vans without a shipment", seed)
                    .isEmpty();
            assertThat(transport.consignments.all())
                    .as("seed %d", seed)
                    .allMatch(consignment -> consignment.holding().isEmpty());
        }

        private void act() {
            int attempt = random.nextInt(4) == 0 ? 1 + random.nextInt(latest) : latest;
            switch (random.nextInt(20)) {
                case 0 -> latest++;
                case 1 -> once(transport.bookings.undo("d", attempt));
                case 2 -> once(transport.deliveryEvents.on(Events.scheduled("d", attempt, Means.THIRD_PARTY)));
                case 3, 4 ->
                    repeatedReport(attempt).ifPresent(report -> once(transport.bookings.report("overland", report)));
                case 5, 6, 7, 8, 9 -> book(attempt);
                default -> {
                    transport.pass(Duration.ofMinutes(random.nextInt(20)));
                    once(transport.dispatch.reportDue());
                }
            }
        }

        private void book(int attempt) {
            Booking booking = asked.computeIfAbsent(
                    attempt, _ -> transport.booking(20_000, InMemoryTransport.BERN, TIME_TO_DELIVER));
            for (Outcome<Shipment> answer : once(transport.bookings.book("d", attempt, booking))) {
                if (answer instanceof Granted<Shipment>(Shipment shipment)) {
                    Shipment first = promised.putIfAbsent(attempt, shipment);
                    assertThat(first == null ? shipment.pickupAt() : first.pickupAt())
                            .as("seed %d: the answer given first", seed)
                            .isEqualTo(shipment.pickupAt());
                    assertThat(transport.vans()).as("seed %d", seed).allMatch(van -> van.equals("d-" + attempt));
                }
            }
        }

        /** One that the carrier has sent before. */
        private Optional<Shipments.Callback> repeatedReport(int attempt) {
            return transport.jobs.all().stream()
                    .filter(job -> job.reference().equals("d-" + attempt) && job.reported() != Stage.CANCELLED)
                    .map(job -> job.at(STAGES.get(random.nextInt(STAGES.indexOf(job.reported()) + 1))))
                    .map(Job::report)
                    .findFirst();
        }

        private void assertStagesInOrder() {
            for (int attempt = 1; attempt <= latest; attempt++) {
                List<Stage> stages = transport.stages(attempt);
                assertThat(stages).as("seed %d", seed).isEqualTo(STAGES.subList(0, stages.size()));
            }
            assertThat(new HashSet<>(transport.published.stream()
                            .map(ShipmentProgress::progressId)
                            .toList()))
                    .as("seed %d: ids", seed)
                    .hasSameSizeAs(transport.published);
        }

        /** The result; empty if the carrier failed. */
        private static <T> List<T> once(Uni<T> work) {
            return work.map(List::of)
                    .onFailure()
                    .recoverWithItem(List.of())
                    .await()
                    .indefinitely();
        }

        private static void untilDone(Uni<Void> work) {
            work.onFailure().retry().indefinitely().await().indefinitely();
        }
    }
}
