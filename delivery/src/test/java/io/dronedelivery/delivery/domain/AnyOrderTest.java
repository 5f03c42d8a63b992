package io.dronedelivery.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.delivery.domain.attempt.ClosureAnswer;
import io.dronedelivery.delivery.domain.lifecycle.Attempt;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Requests and messages come to a delivery in any order, and the invariants hold; a failure names its seed. */
class AnyOrderTest {
    private static final int SEEDS = 4_000;
    private static final int STEPS = 60;
    private static final int ROUNDS_MAX = 12;
    private static final Map<DeliveryStatus, Integer> ENDS = new EnumMap<>(DeliveryStatus.class);

    @Test
    void theInvariantsHoldInAnyOrderOfSteps() {
        IntStream.range(0, SEEDS).forEach(seed -> {
            try {
                DeliveryStatus end = new Life(new Random(seed)).live();
                ENDS.merge(end, 1, Integer::sum);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        });
    }

    /** Otherwise the random orders cover too little. */
    @AfterAll
    static void everyEndWasSeen() {
        assertThat(ENDS.keySet())
                .contains(
                        DeliveryStatus.SCHEDULED,
                        DeliveryStatus.COMPLETED,
                        DeliveryStatus.CANCELLED,
                        DeliveryStatus.REJECTED,
                        DeliveryStatus.RETURNED,
                        DeliveryStatus.FAILED);
    }

    /** One delivery, to which a random step is done each time. */
    private static final class Life {
        private static final List<DeliveryRequest> CUSTOMERS = List.of(
                reschedule("later-1"),
                reschedule("later-2"),
                reschedule("later-3"),
                new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, null),
                new CancelDelivery("cancel-2", "d1", "acme", Given.NOW, null));

        private final DeliveryScenario scenario = new DeliveryScenario();
        private final AnswerLog answerLog = new AnswerLog();
        private final Random random;
        private final int cancels;

        Life(Random random) {
            this.random = random;
            this.cancels = random.nextInt(3) == 0 ? 2 : 0;
        }

        DeliveryStatus live() {
            for (int step = 0; step < STEPS; step++) {
                anyStep();
            }
            finish();
            return scenario.status();
        }

        private void anyStep() {
            int attempt = 1 + random.nextInt(latest() + 1);
            switch (random.nextInt(15)) {
                case 0 -> twice(() -> scenario.receive(Given.request()));
                case 1, 2 -> open(Given.request());
                case 3 -> open(customer());
                case 4 -> see(customer());
                case 5, 6, 7 -> schedule(latest());
                case 8 -> schedule(attempt);
                case 9 -> giveUp(attempt);
                case 10 -> recover(attempt, Remedy.values()[random.nextInt(Remedy.values().length)]);
                case 11 -> restore();
                case 12 -> twice(() -> scenario.interrupt(attempt));
                case 13 -> anyMessage(attempt);
                default -> passTime();
            }
        }

        private DeliveryRequest customer() {
            return CUSTOMERS.get(random.nextInt(CUSTOMERS.size() - 2 + cancels));
        }

        private void passTime() {
            scenario.later(random.nextInt(40) == 0 ? Duration.ofHours(6) : Duration.ofSeconds(random.nextInt(60)));
        }

        private void see(DeliveryRequest request) {
            if (request instanceof CancelDelivery) {
                twice(() -> scenario.receive(request));
            }
        }

        private void open(DeliveryRequest request) {
            if (scenario.found().isPresent() || !CUSTOMERS.contains(request)) {
                Optional<Opening> answer = twice(() -> scenario.tryOpen(request));
                answerLog.opened(request.requestId(), answer.orElseThrow());
            }
        }

        private Outcome<DeliveryStatus> schedule(int attempt) {
            String request = request(attempt);
            Schedule schedule = attempt % 3 == 2 ? Given.byCarrier(request) : Given.byDrone(request);
            Outcome<DeliveryStatus> answer = twice(() -> scenario.schedule(attempt, schedule));
            answerLog.scheduled(attempt, answer);
            return answer;
        }

        /** As the scheduler does when it can't arrange the attempt. */
        private void giveUp(int attempt) {
            int number = random.nextInt(20) == 0 ? 0 : attempt;
            close(number, new Closure(request(attempt), Refusal.NO_CARRIER, "nobody can", null));
        }

        private @Nullable ClosureAnswer recover(int attempt, Remedy remedy) {
            if (attempt > latest()) {
                return null;
            }
            boolean pickedUp = remedy == Remedy.SCHEDULE_ANEW
                    && scenario.delivery() instanceof Delivery.Assigned carried
                    && carried.attempt() == attempt
                    && carried.transport().pickedUp();
            ClosureAnswer answer = close(attempt, Given.closure(attempt, remedy));
            assertThat(pickedUp && scenario.delivery() instanceof Delivery.Schedulable)
                    .as("a delivery that was picked up is scheduled anew")
                    .isFalse();
            return answer;
        }

        private ClosureAnswer close(int attempt, Closure closure) {
            ClosureAnswer answer = twice(() -> scenario.tryClose(attempt, closure));
            if (attempt > 0
                    && attempt <= latest()
                    && answer instanceof ClosureAnswer.Decided(Outcome.Granted<Closed>(Closed closed))) {
                answerLog.closed(attempt, closed);
            }
            return answer;
        }

        private void restore() {
            answerLog.closures().values().stream()
                    .flatMap(closed -> Optional.ofNullable(closed.restore()).stream())
                    .forEach(this::open);
        }

        private void anyMessage(int attempt) {
            Supplier<?> message =
                    switch (random.nextInt(9)) {
                        case 0 -> () -> fly(flight(attempt).takeOff().flyTo(Given.DROPOFF));
                        case 1 -> () -> fly(flight(attempt).mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP));
                        case 2 ->
                            () -> fly(new FlightRecording(Given.DROPOFF, true)
                                    .under(attempt)
                                    .takeOff());
                        case 3 -> () -> fly(flight(attempt).takeOff().abort().staySeconds(1));
                        case 4 -> () -> fly(flight(attempt).takeOff().emergency());
                        case 5, 6 -> () -> stop(attempt);
                        case 7 -> () -> fail(attempt);
                        default -> {
                            Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
                            yield () -> scenario.report(attempt, stage);
                        }
                    };
            twice(message);
        }

        private Object fail(int attempt) {
            stopped(attempt);
            return scenario.failedInFlight(attempt);
        }

        private Object stop(int attempt) {
            stopped(attempt);
            return scenario.stop(attempt);
        }

        /** Only a stop of the attempt that is assigned counts. */
        private void stopped(int attempt) {
            scenario.found()
                    .filter(known -> known instanceof Delivery.Assigned && known.attempt() == attempt)
                    .ifPresent(_ -> answerLog.stopped(attempt));
        }

        private Object fly(FlightRecording flight) {
            scenario.fly(flight.samples());
            return scenario;
        }

        /** Carries out what was opened and recovers what failed, until nothing changes any more. */
        private void finish() {
            open(Given.request());
            Optional<Delivery> before = Optional.empty();
            for (int round = 0; !before.equals(scenario.found()); round++) {
                assertThat(round).isLessThan(ROUNDS_MAX);
                before = scenario.found();
                answerLog.openings().forEach(this::carryOut);
                answerLog.interrupted().forEach(this::recover);
                restore();
            }
            Delivery end = scenario.delivery();
            assertThat(end.status()).isNotIn(DeliveryStatus.PENDING, DeliveryStatus.RECOVERING);
            assertThat(end instanceof Delivery.Changeable && end.record().changing())
                    .isFalse();
            assertThat(Json.read(Json.text(end), Delivery.class)).isEqualTo(end);
            CUSTOMERS.stream()
                    .map(DeliveryRequest::requestId)
                    .filter(answerLog.openings()::containsKey)
                    .forEach(request -> assertThat(answerLog.answers(request))
                            .as("events that answer %s", request)
                            .isEqualTo(1));
        }

        private void carryOut(String request, Opening opening) {
            if (opening instanceof Proceed proceed
                    && schedule(proceed.attempt()) instanceof Outcome.Refused<DeliveryStatus>) {
                close(proceed.attempt(), new Closure(request, Refusal.NO_CARRIER, "nobody can", null));
            }
        }

        private void recover(int attempt) {
            twice(() -> stop(attempt));
            if (recover(attempt, Remedy.SCHEDULE_ANEW) instanceof ClosureAnswer.Decided(Outcome<Closed> outcome)
                    && outcome instanceof Outcome.Refused) {
                recover(attempt, Remedy.RETURNED);
            }
        }

        /** A step that is done twice is answered the same, and changes nothing the second time. */
        private <T> T twice(Supplier<T> step) {
            T answer = step.get();
            List<DeliveryEvent> events = scenario.events();
            Optional<Delivery> after = scenario.found();
            assertThat(step.get()).isEqualTo(answer);
            assertThat(scenario.events()).isEqualTo(events);
            assertThat(scenario.found()).isEqualTo(after);
            answerLog.addEvents(events);
            return answer;
        }

        private int latest() {
            return scenario.found().map(known -> known.record().latestAttempt()).orElse(0);
        }

        private String request(int attempt) {
            return scenario.found()
                    .flatMap(known -> known.record().attempt(attempt))
                    .map(Attempt::requestId)
                    .orElse("later-3");
        }

        private static FlightRecording flight(int attempt) {
            return new FlightRecording(Given.PICKUP, false).under(attempt).staySeconds(2);
        }

        private static RescheduleDelivery reschedule(String requestId) {
            return new RescheduleDelivery(
                    requestId,
                    "d1",
                    "acme",
                    Given.NOW,
                    new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));
        }
    }
}
