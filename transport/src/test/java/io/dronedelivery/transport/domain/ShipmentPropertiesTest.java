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

/** Whatever comes, in whatever order, however often, over an unreliable line: what must hold, holds. */
class ShipmentPropertiesTest {
    private static final int STEPS = 120;
    // The way takes 115 minutes, the pickup up to 30: who asks again much later gets no van any more.
    private static final Duration JUST_ENOUGH = Duration.ofMinutes(150);
    private static final int RUNS = 200;
    private static final List<Stage> COURSE =
            List.of(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shipmentsAreNeverLostDoubledOrLeftBehind(long seed) {
        for (long run = 0; run < RUNS; run++) {
            new Run(seed * RUNS + run).check();
        }
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final World world;
        private final Map<Integer, Shipment> promised = new HashMap<>();
        private final Map<Integer, Booking> asked = new HashMap<>();
        private int latest = 1;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.world = new World(carrier -> new UnreliableCarrier(carrier, random));
        }

        void check() {
            for (int step = 0; step < STEPS; step++) {
                act();
                assertThat(world.published).as("seed %d", seed).doesNotHaveDuplicates();
                assertStagesInOrder();
            }
            untilDone(world.life.on(Events.cancelled("d", latest)));
            assertThat(world.vans()).as("seed %d: vans that nobody wants", seed).isEmpty();
            assertThat(world.consignments.all())
                    .as("seed %d", seed)
                    .allMatch(consignment -> consignment.holding().isEmpty());
        }

        private void act() {
            int attempt = random.nextInt(4) == 0 ? 1 + random.nextInt(latest) : latest;
            switch (random.nextInt(20)) {
                case 0 -> latest++;
                case 1 -> once(world.bookings.undo("d", attempt));
                case 2 -> once(world.life.on(Events.scheduled("d", attempt, Means.THIRD_PARTY)));
                case 3, 4 ->
                    repeatedReport(attempt).ifPresent(report -> once(world.bookings.report("overland", report)));
                case 5, 6, 7, 8, 9 -> book(attempt);
                default -> {
                    world.pass(Duration.ofMinutes(random.nextInt(20)));
                    once(world.dispatch.reportDue());
                }
            }
        }

        private void book(int attempt) {
            Booking booking = asked.computeIfAbsent(attempt, _ -> world.booking(20_000, World.BERN, JUST_ENOUGH));
            for (Outcome<Shipment> answer : once(world.bookings.book("d", attempt, booking))) {
                if (answer instanceof Granted<Shipment>(Shipment shipment)) {
                    Shipment first = promised.putIfAbsent(attempt, shipment);
                    assertThat(first == null ? shipment.pickupAt() : first.pickupAt())
                            .as("seed %d: the answer given first", seed)
                            .isEqualTo(shipment.pickupAt());
                    assertThat(world.vans()).as("seed %d", seed).allMatch(van -> van.equals("d-" + attempt));
                }
            }
        }

        /** One that the carrier has sent before. */
        private Optional<Shipments.Callback> repeatedReport(int attempt) {
            return world.jobs.all().stream()
                    .filter(job -> job.reference().equals("d-" + attempt) && job.reported() != Stage.CANCELLED)
                    .map(job -> job.at(COURSE.get(random.nextInt(COURSE.indexOf(job.reported()) + 1))))
                    .map(Job::report)
                    .findFirst();
        }

        private void assertStagesInOrder() {
            for (int attempt = 1; attempt <= latest; attempt++) {
                List<Stage> stages = world.stages(attempt);
                assertThat(stages).as("seed %d", seed).isEqualTo(COURSE.subList(0, stages.size()));
            }
            assertThat(new HashSet<>(world.published.stream()
                            .map(ShipmentProgress::progressId)
                            .toList()))
                    .as("seed %d: ids", seed)
                    .hasSameSizeAs(world.published);
        }

        /** What came of it; empty where the line failed. */
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
