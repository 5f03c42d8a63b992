package io.dronedelivery.scheduler.domain;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.contracts.packaging.Packages;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The services that the scheduler calls, in memory: each stores its answer per step and repeats it. The way there can be
 * made to lose calls and answers, and the services to refuse.
 */
public final class InMemoryServices {

    /** What happens to a call on its way. */
    public enum Mishap {
        /** It does not arrive. */
        CALL_LOST,
        /** It is turned away, with the request to be left alone for a minute. */
        CALLEE_BUSY,
        /** It is carried out, and the answer does not arrive. */
        ANSWER_LOST,
        /** It is carried out, and the answer can't be read. */
        ANSWER_MALFORMED
    }

    private static final Money PRICE = new Money(1290, "EUR");

    private final DeliveryOrder order;
    private final Map<Step, Deque<Mishap>> mishaps = new EnumMap<>(Step.class);
    private final Map<Step, Refusal> refusals = new EnumMap<>(Step.class);
    private final Map<String, Outcome<?>> answers = new HashMap<>();
    private final List<Step> calls = new ArrayList<>();
    private final List<Step> done = new ArrayList<>();
    private @Nullable Schedule scheduled;
    private int openingsToLose;
    private @Nullable Outcome<Opening> opening;

    /**
     * @param order what every delivery's order is
     */
    public InMemoryServices(DeliveryOrder order) {
        this.order = order;
    }

    /** The ports to them. */
    public Services ports() {
        return new Services(
                new InMemoryAttempts(),
                (id, attempt, hold) -> call(
                        Step.HOLD_MONEY,
                        id,
                        attempt,
                        () -> new Charge(id, attempt, hold.accountId(), PRICE, Charges.State.HELD, Instant.EPOCH)),
                (id, attempt, registration) -> call(
                        Step.REGISTER_PACKAGE,
                        id,
                        attempt,
                        () -> new Package(
                                id,
                                attempt,
                                registration.accountId(),
                                registration.parcel(),
                                Packages.State.REGISTERED,
                                Instant.EPOCH)),
                (id, attempt, request) -> call(
                        Step.RESERVE_DRONE,
                        id,
                        attempt,
                        () -> new Reservation(id, attempt, "drone-1", 15, request.readyAt(), request.deadline())),
                (id, attempt, booking) -> call(
                        Step.BOOK_SHIPMENT,
                        id,
                        attempt,
                        () -> new Shipment(
                                id,
                                attempt,
                                "carrier-1",
                                "shipment-1",
                                Stage.BOOKED,
                                booking.readyAt(),
                                booking.deadline())));
    }

    /** The next calls of a step have these mishaps, one each. */
    public void mishaps(Step step, List<Mishap> next) {
        mishaps.computeIfAbsent(step, _ -> new ArrayDeque<>()).addAll(next);
    }

    /** A step is refused from now on, unless it has been answered already. */
    public void refuse(Step step, Refusal code) {
        refusals.put(step, code);
    }

    /** The next calls that open an attempt are lost. */
    public void loseOpenings(int number) {
        openingsToLose = number;
    }

    /** Every opening is answered this from now on. */
    public void answerOpening(Outcome<Opening> answer) {
        opening = answer;
    }

    /** The calls that were made, whether they arrived or not. */
    public List<Step> calls() {
        return List.copyOf(calls);
    }

    /** What is done, in order. */
    public List<Step> done() {
        return List.copyOf(done);
    }

    /** What was scheduled last. */
    public @Nullable Schedule scheduled() {
        return scheduled;
    }

    private <T> Uni<Outcome<T>> call(Step step, String deliveryId, int attempt, Supplier<T> answer) {
        return Uni.createFrom().deferred(() -> {
            calls.add(step);
            Mishap mishap = mishaps.getOrDefault(step, new ArrayDeque<>()).poll();
            if (mishap == Mishap.CALL_LOST) {
                return Uni.createFrom().failure(new IllegalStateException(step + ": call lost"));
            }
            if (mishap == Mishap.CALLEE_BUSY) {
                return Uni.createFrom().failure(new RemoteFailure(step + ": busy", Duration.ofMinutes(1), null));
            }
            Outcome<T> outcome = answered(step, deliveryId + "/" + attempt + "/" + step, answer);
            if (mishap == Mishap.ANSWER_LOST) {
                return Uni.createFrom().failure(new IllegalStateException(step + ": answer lost"));
            }
            return Uni.createFrom()
                    .item(
                            mishap == Mishap.ANSWER_MALFORMED
                                    ? new Refused<>(Refusal.MALFORMED_ANSWER, step + ": unreadable")
                                    : outcome);
        });
    }

    @SuppressWarnings("unchecked") // under one name there is one type of answer
    private <T> Outcome<T> answered(Step step, String name, Supplier<T> answer) {
        return (Outcome<T>) answers.computeIfAbsent(name, _ -> {
            Refusal refusal = refusals.get(step);
            if (refusal != null) {
                return new Refused<>(refusal, step + " refused");
            }
            done.add(step);
            return new Granted<>(answer.get());
        });
    }

    private final class InMemoryAttempts implements Attempts {
        @Override
        public Uni<Outcome<Opening>> open(DeliveryRequest request) {
            return Uni.createFrom().deferred(() -> {
                if (openingsToLose-- > 0) {
                    return Uni.createFrom().failure(new IllegalStateException("opening lost"));
                }
                return Uni.createFrom().item(opening == null ? new Granted<>(opened(request)) : opening);
            });
        }

        @Override
        public Uni<Outcome<Schedule>> schedule(String deliveryId, int attempt, Schedule schedule) {
            return call(Step.SCHEDULE, deliveryId, attempt, () -> {
                scheduled = schedule;
                return schedule;
            });
        }

        private Opening opened(DeliveryRequest request) {
            return request instanceof ScheduleDelivery ? new Proceed(1, order) : new Halt("nothing to do");
        }
    }
}
