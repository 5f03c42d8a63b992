package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.Answer.Chosen;
import io.dronedelivery.transport.domain.Answer.Declined;
import io.dronedelivery.transport.domain.Answer.Shipped;
import io.dronedelivery.transport.domain.Answer.Withdrawn;
import io.dronedelivery.transport.domain.carrier.Carrier.Offer;
import io.dronedelivery.transport.domain.carrier.Carriers;
import io.dronedelivery.transport.domain.carrier.Reference;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Books shipments with carriers, cancels them, and takes the carriers' reports.
 *
 * <p>A carrier is called outside the transaction, after the call was stored. After a crash, the repeat of a request finds it
 * there and calls the same carrier again, under the same reference.
 */
public final class Bookings {
    private final Consignments consignments;
    private final Carriers carriers;
    private final InstantSource clock;

    public Bookings(Consignments consignments, Carriers carriers, InstantSource clock) {
        this.consignments = consignments;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** Books with the best carrier; a repeat gets the same answer, refusals included. */
    public Uni<Outcome<Shipment>> book(String deliveryId, int attempt, Booking booking) {
        Reference reference = new Reference(deliveryId, attempt);
        return consignments
                .find(deliveryId)
                .chain(known -> known.overtaken(attempt)
                                || known.answer(attempt).isPresent()
                        ? Uni.createFrom().item(known)
                        : choose(reference, booking).chain(answer -> change(deliveryId, it -> it.answered(answer))))
                .chain(this::cancelWithdrawn)
                .chain(consignment -> confirm(consignment, reference))
                .map(consignment -> outcome(consignment, attempt));
    }

    private Uni<Answer> choose(Reference reference, Booking booking) {
        return carriers.best(reference, booking).map(answer -> switch (answer) {
            case Granted<Offer>(Offer offer) -> new Chosen(offer.shipment(reference), booking);
            case Refused<Offer> refused -> new Declined(reference.attempt(), refused.detail());
        });
    }

    /** Calls the chosen carrier, unless it has answered already. */
    private Uni<Consignment> confirm(Consignment consignment, Reference reference) {
        if (!(consignment.answer(reference.attempt()).orElse(null) instanceof Chosen chosen)) {
            return Uni.createFrom().item(consignment);
        }
        return carriers.named(chosen.shipment().carrier())
                .book(reference, chosen.booking())
                .chain(answer -> consignments.change(
                        reference.deliveryId(),
                        it -> Tracking.booked(it, reference.attempt(), answer, clock.instant())));
    }

    private static Outcome<Shipment> outcome(Consignment consignment, int attempt) {
        if (consignment.overtaken(attempt)) {
            return new Refused<>(
                    Refusal.ATTEMPT_OVERTAKEN,
                    "attempt " + attempt + " at delivery " + consignment.deliveryId() + " is over");
        }
        return switch (consignment.answer(attempt).orElseThrow()) {
            case Shipped shipped -> new Granted<>(shipped.shipment());
            case Declined declined -> new Refused<>(Refusal.NO_CARRIER, declined.detail());
        };
    }

    /** Cancels what was booked under the attempt, and lets nothing be booked under it any more. */
    public Uni<Void> undo(String deliveryId, int attempt) {
        return end(deliveryId, it -> it.undo(attempt));
    }

    /** Ends all attempts up to this one: another carries the delivery now. */
    public Uni<Void> overtake(String deliveryId, int attempt) {
        return end(deliveryId, it -> it.overtake(attempt));
    }

    /** The delivery has ended: cancels what is not delivered, for good. */
    public Uni<Void> end(String deliveryId) {
        return end(deliveryId, it -> it.overtake(Consignment.ENDED));
    }

    private Uni<Void> end(String deliveryId, UnaryOperator<Consignment> change) {
        return change(deliveryId, change).chain(this::cancelWithdrawn).replaceWithVoid();
    }

    private Uni<Consignment> change(String deliveryId, UnaryOperator<Consignment> change) {
        return consignments.change(deliveryId, it -> ConsignmentStep.unpublished(change.apply(it)));
    }

    private Uni<Consignment> cancelWithdrawn(Consignment consignment) {
        Uni<Consignment> cancelled = Uni.createFrom().item(consignment);
        for (Withdrawn withdrawn : consignment.withdrawn()) {
            cancelled = cancelled.chain(() -> cancel(withdrawn));
        }
        return cancelled;
    }

    private Uni<Consignment> cancel(Withdrawn withdrawn) {
        Shipment shipment = withdrawn.shipment();
        return carriers.named(shipment.carrier())
                .cancel(new Reference(shipment.deliveryId(), shipment.attempt()))
                .chain(() -> change(shipment.deliveryId(), it -> it.cancelled(shipment.attempt())));
    }

    /** Takes a carrier's report; NOT_FOUND where the carrier has no such shipment. */
    public Uni<Outcome<Shipment>> report(String carrier, Shipments.Callback report) {
        if (report.stage() == Stage.CANCELLED) {
            return Uni.createFrom()
                    .item(new Refused<>(
                            Refusal.INVALID,
                            "only the sender cancels a shipment; report FAILED if it can't be carried"));
        }
        return Reference.parse(report.reference())
                .map(reference -> report(reference, carrier, report))
                .orElseGet(() -> Uni.createFrom().item(Tracking.<Shipment>notFound(report.reference())));
    }

    private Uni<Outcome<Shipment>> report(Reference reference, String carrier, Shipments.Callback report) {
        return consignments.change(
                reference.deliveryId(), it -> Tracking.reported(it, reference.attempt(), carrier, report));
    }

    /** The delivery's latest shipment. */
    public Uni<Optional<Shipment>> find(String deliveryId) {
        return consignments.find(deliveryId).map(Consignment::shipment);
    }
}
