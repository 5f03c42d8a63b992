package io.dronedelivery.supervisor.domain.watch;

import static io.dronedelivery.supervisor.domain.watch.Lookout.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Status;
import io.dronedelivery.supervisor.domain.watch.Standing.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages come in any order, twice, and again from their start, while the watch goes round and delivery is silent at times. */
class WatchPropertiesTest {
    private static final int RUNS = 250;
    private static final int DELIVERIES = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyRequestEndsAnsweredAndAReplayChangesNothing(long seed) {
        for (long run = 0; run < RUNS; run++) {
            new Run(seed * RUNS + run).check();
        }
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final Lookout lookout = new Lookout();
        private final List<Object> messages = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void check() {
            for (int number = 0; number < DELIVERIES; number++) {
                tell(new Tidings("d" + number, lookout.now()));
            }
            hearShuffled();
            // What was published again comes again, too.
            lookout.published.forEach(lookout::hear);
            lookout.silent(() -> false);
            lookout.run(Duration.ofHours(2));
            assertSettled();

            List<Course> before = lookout.watched.all();
            lookout.published.clear();
            lookout.interruptions.clear();
            lookout.pass(Duration.ofDays(3));
            messages.forEach(this::hear);
            Collections.shuffle(messages, random);
            messages.forEach(this::hear);
            lookout.run(Duration.ofMinutes(10));
            assertThat(lookout.watched.all()).as("seed %d: replayed", seed).isEqualTo(before);
            assertThat(lookout.published).as("seed %d", seed).isEmpty();
            assertThat(lookout.interruptions).as("seed %d", seed).isEmpty();
        }

        /** One of the lives that a delivery may have. */
        private void tell(Tidings of) {
            String first = of.scheduleId();
            DeliveryStatus end =
                    switch (random.nextInt(5)) {
                        case 0 -> {
                            add(of.schedule(), of.requested(), of.created(2, 1, first), of.pickedUp(3, 1));
                            add(of.completed(4, 1));
                            yield DeliveryStatus.COMPLETED;
                        }
                        case 1 -> {
                            add(of.schedule(), of.reschedule("change-" + of.deliveryId()), of.requested());
                            add(of.created(2, 2, "change-" + of.deliveryId()), of.completed(3, 2));
                            yield DeliveryStatus.COMPLETED;
                        }
                        case 2 -> {
                            String cancel = "cancel-" + of.deliveryId();
                            add(of.schedule(), of.reordered("second-" + of.deliveryId()), of.requested());
                            add(of.created(2, 1, first), of.cancel(cancel, Tidings.OWNER));
                            add(of.refused(3, DeliveryStatus.SCHEDULED, "second-" + of.deliveryId()));
                            add(of.cancelled(4, cancel), of.cancel("stranger-" + of.deliveryId(), "stranger"));
                            yield DeliveryStatus.CANCELLED;
                        }
                        case 3 -> {
                            add(of.schedule(), of.requested(), of.created(2, 1, first), of.pickedUp(3, 1));
                            add(of.interrupted(4, 1, Tidings.PLACE), of.failed(5, 1));
                            lost.add(of.deliveryId());
                            yield DeliveryStatus.FAILED;
                        }
                        default -> {
                            add(of.schedule(), of.requested(), of.created(2, 1, first), of.interrupted(3, 1, null));
                            add(of.reschedule("restore-" + of.deliveryId()));
                            add(of.rescheduled(4, 2, "restore-" + of.deliveryId()), of.pickedUp(5, 2));
                            add(of.interrupted(6, 2, null), of.completed(7, 2));
                            yield DeliveryStatus.COMPLETED;
                        }
                    };
            if (random.nextBoolean()) {
                lookout.shows(of.view(end, 9, 2, null));
            }
        }

        private void add(Object... told) {
            Collections.addAll(messages, told);
        }

        private void hearShuffled() {
            List<Object> all = new ArrayList<>(messages);
            messages.stream().filter(_ -> random.nextInt(3) == 0).forEach(all::add);
            if (random.nextInt(4) > 0) {
                Collections.shuffle(all, random);
            }
            lookout.silent(() -> random.nextInt(3) == 0);
            for (Object message : all) {
                hear(message);
                if (random.nextInt(4) == 0) {
                    lookout.pass(Duration.ofSeconds(random.nextInt(2_000)));
                    done(lookout.rounds.runDue());
                }
            }
        }

        private void hear(Object message) {
            if (message instanceof DeliveryRequest request) {
                lookout.hear(request);
            } else {
                lookout.hear((DeliveryEvent) message);
            }
        }

        private void assertSettled() {
            for (Course course : lookout.watched.all()) {
                assertThat(course.promises())
                        .as("seed %d: %s", seed, course)
                        .allSatisfy(promise -> assertThat(promise.standing()).isInstanceOf(Answered.class));
                assertThat(course.nextLook()).as("seed %d: %s", seed, course).isEmpty();
                List<Kind> open = course.alerts().stream()
                        .filter(alert -> alert.status() == Status.OPEN)
                        .map(Alert::kind)
                        .toList();
                assertThat(open)
                        .as("seed %d: %s", seed, course)
                        .isEqualTo(lost.contains(course.deliveryId()) ? List.of(Kind.RECOVER_PARCEL) : List.of());
            }
            assertThat(lookout.published.stream().distinct())
                    .as("seed %d: published again once at most", seed)
                    .hasSameSizeAs(lookout.published);
        }
    }
}
