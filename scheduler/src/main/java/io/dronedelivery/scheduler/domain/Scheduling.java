package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Carries requests out: money, package, carrier, schedule, in this order. Keeps no state: every step is asked for under
 * (delivery, attempt), and asking again gets the same answer, so that a request that comes again is simply carried out
 * again.
 */
public final class Scheduling {
    private final Attempts attempts;
    private final Steps steps;
    private final Compensations compensations;
    private final RetryPolicy retryPolicy;
    private final InstantSource clock;

    public Scheduling(Services services, Compensations compensations, RetryPolicy retryPolicy, InstantSource clock) {
        this.attempts = services.attempts();
        this.steps = new Steps(services, retryPolicy);
        this.compensations = compensations;
        this.retryPolicy = retryPolicy;
        this.clock = clock;
    }

    /** Completes when the request is carried out, or its compensation is stored, or there is nothing to do. */
    public Uni<Void> carryOut(DeliveryRequest request) {
        return retryPolicy.forever(() -> attempts.open(request)).chain(opening -> switch (opening) {
            case Granted<Opening>(Halt _) -> done();
            case Granted<Opening>(Proceed proceed) -> carryOut(new AttemptProgress(request, proceed));
            case Refused<Opening>(Refusal code, String detail) ->
                Uni.createFrom().failure(new AttemptNotOpened(request, code, detail));
        });
    }

    private Uni<Void> carryOut(AttemptProgress progress) {
        return arrange(progress).chain(outcome -> switch (outcome) {
            case Granted<Schedule> _ -> done();
            case Refused<Schedule>(Refusal code, String detail) -> compensate(progress, code, detail);
        });
    }

    private Uni<Outcome<Schedule>> arrange(AttemptProgress progress) {
        return then(
                steps.hold(progress),
                charge -> then(
                        steps.register(progress),
                        _ -> then(
                                assign(progress),
                                assignment -> steps.schedule(progress, assignment, charge.amount()))));
    }

    /** Only where the fleet itself says that no drone can, somebody else carries: never because it did not answer. */
    private Uni<Outcome<Assignment>> assign(AttemptProgress progress) {
        return steps.reserve(progress).chain(outcome -> switch (outcome) {
            case Granted<Reservation>(Reservation drone) -> Uni.createFrom().item(new Granted<>(flown(drone)));
            case Refused<Reservation>(Refusal code, String _)
            when code.noDroneCan() -> steps.book(progress).map(booked -> booked.map(Scheduling::shipped));
            case Refused<Reservation> refused -> Uni.createFrom().item(refused.as());
        });
    }

    private Uni<Void> compensate(AttemptProgress progress, Refusal code, String detail) {
        CompensationRequested compensation = progress.compensation(code, detail, clock.instant());
        return retryPolicy.forever(() -> compensations.request(compensation));
    }

    private static Assignment flown(Reservation drone) {
        return new Assignment(
                Means.DRONE, drone.droneId(), null, drone.cruiseSpeed(), drone.pickupAt(), drone.dropoffAt());
    }

    private static Assignment shipped(Shipment shipment) {
        return new Assignment(
                Means.THIRD_PARTY,
                shipment.carrier(),
                shipment.reference(),
                null,
                shipment.pickupAt(),
                shipment.dropoffAt());
    }

    /** The next step where this one was granted; a refusal ends it all. */
    private static <T, R> Uni<Outcome<R>> then(Uni<Outcome<T>> step, Function<T, Uni<Outcome<R>>> next) {
        return step.chain(outcome -> switch (outcome) {
            case Granted<T>(T value) -> next.apply(value);
            case Refused<T> refused -> Uni.createFrom().item(refused.as());
        });
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
