package io.dronedelivery.packaging.domain;

import static io.dronedelivery.packaging.domain.Samples.NOW;
import static io.dronedelivery.packaging.domain.Samples.header;
import static io.dronedelivery.packaging.domain.Samples.registration;
import static io.dronedelivery.packaging.domain.Samples.rescheduled;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryPickedUp;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryReturned;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.packaging.domain.Attempt.InHand;
import io.dronedelivery.packaging.domain.Attempt.Open;
import io.dronedelivery.packaging.domain.Attempt.Registered;
import io.dronedelivery.testing.TopicReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done in whatever order, every package is in at most one pair of hands. A failing seed replays. */
class CustodyPropertiesTest {
    private static final int STORIES = 100;
    private static final int STEPS = 200;
    private static final int DELIVERIES = 5;
    private static final int ATTEMPTS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000, 300_000_000})
    void custodyIsInOrderAfterEveryStep(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + STORIES; seed++) {
            Story story = new Story(new Random(seed));
            for (int step = 0; step < STEPS; step++) {
                String what = "seed " + seed + ", step " + step + ": " + story.step();
                story.custodies.all().forEach(custody -> isInOrder(what, custody));
                assertThat(story.custodies.all().stream().flatMap(custody -> custody.tagInUse().stream()))
                        .as(what)
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static void isInOrder(String what, Custody custody) {
        List<Attempt> attempts = List.copyOf(custody.attempts().values());
        assertThat(attempts).as(what).filteredOn(Registered.class::isInstance).hasSizeLessThanOrEqualTo(1);
        if (custody.ended()) {
            assertThat(attempts).as(what).noneMatch(Open.class::isInstance);
        }
    }

    /** Registrations, undoes, events, repeats and late callers; few packages that share few tags, so that they meet. */
    private static final class Story {
        private final Random random;
        private final InMemoryCustodies custodies = new InMemoryCustodies();
        private final Registrations registrations = new Registrations(custodies, () -> NOW);
        private final PackageTracker whereabouts = new PackageTracker(custodies);
        private final List<DeliveryEvent> told = new ArrayList<>();
        private int version;

        Story(Random random) {
            this.random = random;
        }

        String step() {
            String delivery = "delivery" + random.nextInt(DELIVERIES);
            int attempt = 1 + random.nextInt(ATTEMPTS);
            return switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> register(delivery, attempt);
                case 4 -> undo(delivery, attempt);
                case 5, 6 -> goOn(delivery, attempt);
                case 7 -> scheduleOrEnd(delivery, attempt);
                default -> tellAgain();
            };
        }

        private String register(String delivery, int attempt) {
            boolean shared = delivery.hashCode() % 2 == 0 ^ random.nextInt(10) == 0;
            String tag = shared ? "shared" : null;
            Outcome<Package> answer = ask(delivery, attempt, tag);
            Object before = snapshot();
            assertThat(ask(delivery, attempt, tag)).isEqualTo(answer);
            assertThat(snapshot()).isEqualTo(before);
            return "register " + delivery + "/" + attempt + " " + answer;
        }

        private String undo(String delivery, int attempt) {
            registrations.undo(delivery, attempt).await().indefinitely();
            if (ask(delivery, attempt, null) instanceof Outcome.Refused<Package> refused) {
                assertThat(refused.code()).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
            }
            return "undo " + delivery + "/" + attempt;
        }

        /** Delivery, the arbiter, lets only an attempt go on that was arranged and never undone. */
        private String goOn(String delivery, int attempt) {
            Optional<Attempt> arranged =
                    Optional.ofNullable(custody(delivery).attempts().get(attempt));
            boolean alone = custody(delivery).attempts().values().stream().noneMatch(InHand.class::isInstance);
            if (arranged.filter(InHand.class::isInstance).isPresent()) {
                tell(new DeliveryCompleted(header(delivery, ++version, attempt, DeliveryStatus.COMPLETED)));
            } else if (alone && arranged.filter(Open.class::isInstance).isPresent()) {
                tell(new DeliveryPickedUp(header(delivery, ++version, attempt, DeliveryStatus.PICKED_UP)));
            }
            return "go on " + delivery + "/" + attempt;
        }

        /** Delivery schedules an attempt that is arranged, or tells that one has ended. */
        private String scheduleOrEnd(String delivery, int attempt) {
            Custody custody = custody(delivery);
            if (custody.ended()) {
                return "nothing " + delivery;
            }
            if (custody.attempts().get(attempt) instanceof Registered) {
                tell(rescheduled(header(delivery, ++version, attempt, DeliveryStatus.SCHEDULED)));
                return "reschedule " + delivery + "/" + attempt;
            }
            if (random.nextInt(4) == 0) {
                tell(ending(delivery, attempt));
            }
            return "end " + delivery;
        }

        private DeliveryEvent ending(String delivery, int attempt) {
            version++;
            return switch (random.nextInt(3)) {
                case 0 -> new DeliveryReturned(header(delivery, version, attempt, DeliveryStatus.RETURNED), "back");
                case 1 ->
                    new DeliveryCancelled(
                            header(delivery, version, attempt, DeliveryStatus.CANCELLED), "request", null);
                default ->
                    new DeliveryFailed(
                            header(delivery, version, attempt, DeliveryStatus.FAILED),
                            Refusal.FLIGHT_FAILED,
                            "it fell");
            };
        }

        private String tellAgain() {
            Object before = snapshot();
            int from = TopicReplay.read(
                    told, random, event -> whereabouts.on(event).await().indefinitely());
            assertThat(snapshot()).isEqualTo(before);
            return "replay from " + from;
        }

        private void tell(DeliveryEvent event) {
            told.add(event);
            whereabouts.on(event).await().indefinitely();
        }

        private Outcome<Package> ask(String delivery, int attempt, @Nullable String tag) {
            return registrations
                    .register(delivery, attempt, registration(tag))
                    .await()
                    .indefinitely();
        }

        private Custody custody(String delivery) {
            return custodies.find(delivery).await().indefinitely().orElse(Custody.none(delivery));
        }

        private Object snapshot() {
            return Set.copyOf(custodies.all());
        }
    }
}
