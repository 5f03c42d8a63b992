package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.Answer.Carried;
import io.dronedelivery.transport.domain.Answer.Chosen;
import io.dronedelivery.transport.domain.Answer.Declined;
import io.dronedelivery.transport.domain.Answer.Over;
import io.dronedelivery.transport.domain.Answer.Shipped;
import io.dronedelivery.transport.domain.Answer.Withdrawn;
import io.dronedelivery.transport.domain.carrier.Carrier.Offer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The rules by which carriers' reports move a shipment: each stage once, only forward, none left out. */
final class Tracking {
    private Tracking() {}

    /** The carrier has answered the booking. */
    static ConsignmentStep<Consignment> booked(
            Consignment consignment, int attempt, Outcome<Offer> answer, Instant now) {
        return switch (consignment.answer(attempt).orElse(null)) {
            case Chosen chosen ->
                switch (answer) {
                    case Granted<Offer>(Offer offer) -> confirmed(consignment, chosen.booked(offer), now);
                    case Refused<Offer> refused ->
                        ConsignmentStep.unpublished(consignment.with(chosen.declined(refused)));
                };
            case null -> ConsignmentStep.unpublished(consignment);
            case Declined _, Carried _, Withdrawn _, Over _ -> ConsignmentStep.unpublished(consignment);
        };
    }

    private static ConsignmentStep<Consignment> confirmed(Consignment consignment, Carried carried, Instant now) {
        Consignment further = consignment.with(carried);
        Shipments.Callback confirmation =
                new Shipments.Callback(carried.shipment().reference(), Stage.BOOKED, now, null, null);
        return new ConsignmentStep<>(
                further, List.of(progress(carried.shipment(), confirmation, Stage.BOOKED)), further);
    }

    /** The carrier reports. */
    static ConsignmentStep<Outcome<Shipment>> reported(
            Consignment consignment, int attempt, String carrier, Shipments.Callback report) {
        return switch (consignment.answer(attempt).orElse(null)) {
            case Shipped shipped when !shipped.shipment().carrier().equals(carrier) -> unknown(consignment, report);
            // The report comes before the answer to the booking was stored: so the carrier has accepted it.
            case Chosen chosen -> advance(consignment, new Carried(chosen.shipment()), report, Stream.of(Stage.BOOKED));
            case Carried carried -> advance(consignment, carried, report, Stream.of());
            case Withdrawn(Shipment shipment) -> unchanged(consignment, shipment);
            case Over(Shipment shipment) -> unchanged(consignment, shipment);
            case Declined _ -> unknown(consignment, report);
            case null -> unknown(consignment, report);
        };
    }

    private static ConsignmentStep<Outcome<Shipment>> advance(
            Consignment consignment, Carried carried, Shipments.Callback report, Stream<Stage> before) {
        List<Stage> stages = Stream.concat(before, passed(carried.shipment().stage(), report.stage()))
                .toList();
        if (stages.isEmpty()) {
            return unchanged(consignment, carried.shipment());
        }
        Shipped further = carried.reached(stages.getLast());
        return new ConsignmentStep<>(
                consignment.with(further),
                stages.stream()
                        .map(stage -> progress(further.shipment(), report, stage))
                        .toList(),
                new Granted<>(further.shipment()));
    }

    /** The stages from one to another: a failure may come after any; none other is ever skipped. */
    private static Stream<Stage> passed(Stage from, Stage to) {
        if (to == Stage.FAILED) {
            return Stream.of(Stage.FAILED);
        }
        return to.compareTo(from) <= 0
                ? Stream.of()
                : EnumSet.range(from, to).stream().filter(stage -> stage != from);
    }

    private static ShipmentProgress progress(Shipment shipment, Shipments.Callback report, Stage stage) {
        boolean seen = stage == report.stage();
        return new ShipmentProgress(
                shipment.deliveryId(),
                shipment.attempt(),
                shipment.carrier(),
                shipment.reference(),
                stage,
                report.time(),
                seen ? report.place() : null,
                seen ? report.detail() : "not reported, but " + report.stage() + " was");
    }

    private static ConsignmentStep<Outcome<Shipment>> unchanged(Consignment consignment, Shipment shipment) {
        return new ConsignmentStep<>(consignment, List.of(), new Granted<>(shipment));
    }

    private static ConsignmentStep<Outcome<Shipment>> unknown(Consignment consignment, Shipments.Callback report) {
        return new ConsignmentStep<>(consignment, List.of(), Tracking.<Shipment>notFound(report.reference()));
    }

    static <T> Outcome<T> notFound(String reference) {
        return new Refused<>(Refusal.NOT_FOUND, "the carrier has no shipment with the reference " + reference);
    }
}
