package io.dronedelivery.drone.fleet;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.DeliveryEventHandler;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.testing.TopicReplay;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever happens, the fleet may read the deliveries' events again, and nothing changes. A failing seed replays. */
class EventReplayTest {
    private static final int SEEDS = 100;
    private static final int STEPS = 200;
    private static final int DRONES = 3;
    private static final int DELIVERIES = 4;

    @Test
    void eventsThatAreReadAgainChangeNothing() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Story story = new Story(new Random(seed));
            for (int step = 0; step < STEPS; step++) {
                story.step("seed " + seed + ", step " + step);
            }
        }
    }

    /** Reservations, recalls, releases, stops, losses and late callers; events are read some time after they are told. */
    private static final class Story {
        private final Random random;
        private final InMemoryFleet fleet = new InMemoryFleet(_ -> {});
        private final List<DeliveryEvent> read = new ArrayList<>();
        private final Deque<DeliveryEvent> unread = new ArrayDeque<>();
        private final Map<String, Integer> attempts = new HashMap<>();
        private final Set<String> ended = new HashSet<>();
        private Instant now = NOW;
        private final DeliveryEventHandler handler = new DeliveryEventHandler(fleet, () -> now);
        private int version;

        Story(Random random) {
            this.random = random;
            FleetSetting.await(fleet.keep("b1", Samples.BASE));
            for (int drone = 0; drone < DRONES; drone++) {
                String droneId = "drone" + drone;
                FleetSetting.await(fleet.register(droneId, Samples.registration("b1"), now));
                FleetSetting.await(fleet.store(
                        List.of(Samples.lastReport(Samples.standing(droneId, 1, Orders.PICKUP, 100), now))));
            }
        }

        void step(String what) {
            now = now.plusSeconds(1);
            String delivery = "delivery" + random.nextInt(DELIVERIES);
            int latest = attempts.getOrDefault(delivery, 0);
            int attempt = 1 + random.nextInt(latest + 1);
            switch (random.nextInt(12)) {
                case 0, 1 -> reserve(delivery, latest + 1);
                case 2 -> repeat(delivery, attempt);
                case 3 -> change(delivery, missions -> missions.recall(attempt, now));
                case 4 -> change(delivery, missions -> missions.release(attempt, now));
                case 5 -> stop(delivery, attempt);
                case 6 -> lose("drone" + random.nextInt(DRONES));
                case 7 -> fail(delivery);
                case 8, 9, 10 -> readNext();
                default -> readAgain(what);
            }
        }

        /** Asked for a new attempt, which delivery then mostly goes by: with the drone, or else by van. */
        private void reserve(String delivery, int attempt) {
            Outcome<Reservation> answer = FleetSetting.await(fleet.reserve(delivery, attempt, Samples.request(), now));
            attempts.put(delivery, attempt);
            if (!ended.contains(delivery) && random.nextInt(4) > 0) {
                Means means = answer instanceof Granted ? Means.DRONE : Means.THIRD_PARTY;
                Assignment assignment = new Assignment(means, "carrier", null, null, now, now);
                Header header = header(delivery, attempt, DeliveryStatus.SCHEDULED);
                unread.add(new DeliveryRescheduled(
                        header, "request", Orders.order(NOW), assignment, new Money(500, "CHF")));
            }
        }

        private void repeat(String delivery, int attempt) {
            if (attempt <= attempts.getOrDefault(delivery, 0)) {
                FleetSetting.await(fleet.reserve(delivery, attempt, Samples.request(), now));
            }
        }

        private void stop(String delivery, int attempt) {
            MissionReference mission = new MissionReference(delivery, attempt, false);
            Because because = Because.values()[random.nextInt(Because.values().length)];
            FleetSetting.await(fleet.change(
                    delivery,
                    now,
                    missions -> missions.stop(new FlightStopped("drone", version, now, mission, because), now)));
        }

        private void lose(String droneId) {
            if (random.nextInt(4) == 0) {
                FleetSetting.await(fleet.writeOff(droneId, new WrittenOff("Ada", now, "lost")));
                FleetSetting.await(fleet.register(droneId, Samples.registration("b1"), now));
            }
        }

        private void fail(String delivery) {
            if (random.nextInt(4) == 0 && ended.add(delivery)) {
                Header header = header(delivery, attempts.getOrDefault(delivery, 0), DeliveryStatus.FAILED);
                unread.add(new DeliveryFailed(header, Refusal.FLIGHT_FAILED, "it fell"));
            }
        }

        private Header header(String delivery, int attempt, DeliveryStatus status) {
            Cause cause = Cause.of(Cause.Source.SCHEDULER, "request", "as the test says");
            return new Header(delivery, ++version, "account", attempt, status, now, cause);
        }

        private void change(String delivery, UnaryOperator<DeliveryMissions> change) {
            FleetSetting.change(fleet, delivery, now, change);
        }

        private void readNext() {
            if (!unread.isEmpty()) {
                read.add(unread.getFirst());
                FleetSetting.await(handler.on(unread.removeFirst()));
            }
        }

        private void readAgain(String what) {
            Object before = snapshot();
            TopicReplay.read(read, random, event -> FleetSetting.await(handler.on(event)));
            assertThat(snapshot()).as(what).isEqualTo(before);
        }

        private Object snapshot() {
            return List.of(
                    FleetSetting.await(fleet.drones()),
                    IntStream.range(0, DELIVERIES)
                            .mapToObj(delivery -> FleetSetting.await(fleet.find("delivery" + delivery)))
                            .toList());
        }
    }
}
