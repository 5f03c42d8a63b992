package io.dronedelivery.supervisor.watch.domain;

import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.attempt;
import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.version;
import static io.dronedelivery.supervisor.watch.domain.WatchFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Status;
import io.dronedelivery.supervisor.watch.domain.WatchedRequest.Answered;
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
        private final WatchFixture watch = new WatchFixture();
        private final List<Object> messages = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void check() {
            for (int number = 0; number < DELIVERIES; number++) {
                tell(new DeliveryMessages("d" + number, watch.now()));
            }
            readShuffled();
            // What was published again comes again, too.
            watch.published.forEach(watch::read);
            watch.silent(() -> false);
            watch.run(Duration.ofHours(2));
            assertSettled();

            List<WatchedDelivery> before = watch.watched.all();
            watch.published.clear();
            watch.interruptions.clear();
            watch.pass(Duration.ofDays(3));
            messages.forEach(this::read);
            Collections.shuffle(messages, random);
            messages.forEach(this::read);
            watch.run(Duration.ofMinutes(10));
            assertThat(watch.watched.all()).as("seed %d: replayed", seed).isEqualTo(before);
            assertThat(watch.published).as("seed %d", seed).isEmpty();
            assertThat(watch.interruptions).as("seed %d", seed).isEmpty();
        }

        /** One of the lives that a delivery may have. */
        private void tell(DeliveryMessages of) {
            String first = of.scheduleId();
            DeliveryStatus end =
                    switch (random.nextInt(5)) {
                        case 0 -> {
                            add(
                                    of.schedule(),
                                    of.requested(),
                                    of.created(version(2), attempt(1), first),
                                    of.pickedUp(version(3), attempt(1)));
                            add(of.completed(version(4), attempt(1)));
                            yield DeliveryStatus.COMPLETED;
                        }
                        case 1 -> {
                            add(of.schedule(), of.reschedule("change-" + of.deliveryId()), of.requested());
                            add(
                                    of.created(version(2), attempt(2), "change-" + of.deliveryId()),
                                    of.completed(version(3), attempt(2)));
                            yield DeliveryStatus.COMPLETED;
                        }
                        case 2 -> {
                            String cancel = "cancel-" + of.deliveryId();
                            add(of.schedule(), of.reordered("second-" + of.deliveryId()), of.requested());
                            add(of.created(version(2), attempt(1), first), of.cancel(cancel, DeliveryMessages.OWNER));
                            add(of.refused(version(3), DeliveryStatus.SCHEDULED, "second-" + of.deliveryId()));
                            add(of.cancelled(version(4), cancel), of.cancel("stranger-" + of.deliveryId(), "stranger"));
                            yield DeliveryStatus.CANCELLED;
                        }
                        case 3 -> {
                            add(
                                    of.schedule(),
                                    of.requested(),
                                    of.created(version(2), attempt(1), first),
                                    of.pickedUp(version(3), attempt(1)));
                            add(
                                    of.interrupted(version(4), attempt(1), DeliveryMessages.PLACE),
                                    of.failed(version(5), attempt(1)));
                            if (random.nextBoolean()) {
                                watch.decide(of.deliveryId(), attempt(1), "ada", Remedy.GIVE_UP);
                            } else {
                                lost.add(of.deliveryId());
                            }
                            yield DeliveryStatus.FAILED;
                        }
                        default -> {
                            add(
                                    of.schedule(),
                                    of.requested(),
                                    of.created(version(2), attempt(1), first),
                                    of.interrupted(version(3), attempt(1), null));
                            add(of.reschedule("restore-" + of.deliveryId()));
                            add(
                                    of.rescheduled(version(4), attempt(2), "restore-" + of.deliveryId()),
                                    of.pickedUp(version(5), attempt(2)));
                            add(of.interrupted(version(6), attempt(2), null), of.completed(version(7), attempt(2)));
                            yield DeliveryStatus.COMPLETED;
                        }
                    };
            if (random.nextBoolean()) {
                watch.shows(of.view(end, version(9), attempt(2), null));
            }
        }

        private void add(Object... told) {
            Collections.addAll(messages, told);
        }

        private void readShuffled() {
            List<Object> all = new ArrayList<>(messages);
            messages.stream().filter(_ -> random.nextInt(3) == 0).forEach(all::add);
            if (random.nextInt(4) > 0) {
                Collections.shuffle(all, random);
            }
            watch.silent(() -> random.nextInt(3) == 0);
            for (Object message : all) {
                read(message);
                if (random.nextInt(4) == 0) {
                    watch.pass(Duration.ofSeconds(random.nextInt(2_000)));
                    done(watch.runner.runDue());
                }
            }
        }

        private void read(Object message) {
            if (message instanceof DeliveryRequest request) {
                watch.read(request);
            } else {
                watch.read((DeliveryEvent) message);
            }
        }

        private void assertSettled() {
            for (WatchedDelivery delivery : watch.watched.all()) {
                assertThat(delivery.requests())
                        .as("seed %d: %s", seed, delivery)
                        .allSatisfy(request -> assertThat(request.state()).isInstanceOf(Answered.class));
                assertThat(delivery.nextCheck())
                        .as("seed %d: %s", seed, delivery)
                        .isEmpty();
                List<Kind> open = delivery.alerts().stream()
                        .filter(alert -> alert.status() == Status.OPEN)
                        .map(Alert::kind)
                        .toList();
                assertThat(open)
                        .as("seed %d: %s", seed, delivery)
                        .isEqualTo(lost.contains(delivery.deliveryId()) ? List.of(Kind.RECOVER_PARCEL) : List.of());
            }
            assertThat(watch.published.stream().distinct())
                    .as("seed %d: published again once at most", seed)
                    .hasSameSizeAs(watch.published);
        }
    }
}
