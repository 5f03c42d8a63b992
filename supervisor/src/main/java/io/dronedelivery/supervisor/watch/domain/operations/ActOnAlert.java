package io.dronedelivery.supervisor.watch.domain.operations;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.supervisor.watch.domain.Alert.Act;
import io.dronedelivery.supervisor.watch.domain.Alert.Cleared;
import io.dronedelivery.supervisor.watch.domain.Alert.Open;
import io.dronedelivery.supervisor.watch.domain.Alert.Resolved;
import io.dronedelivery.supervisor.watch.domain.Flight;
import io.dronedelivery.supervisor.watch.domain.WatchedDelivery;
import io.dronedelivery.supervisor.watch.domain.WatchedRequest;
import java.time.Instant;
import java.util.List;

/** What an operator's act does to an alert and its delivery. */
sealed interface ActOnAlert {

    /** The delivery after it, and what is to be published once more. */
    record Accepted(WatchedDelivery delivery, List<DeliveryRequest> publishAgain) implements ActOnAlert {}

    record Refused(String why) implements ActOnAlert {}

    static ActOnAlert of(WatchedDelivery delivery, Alert alert, Act act) {
        return switch (alert.state()) {
            case Open _ ->
                switch (act.what()) {
                    case REDRIVE -> redrive(delivery, alert, act);
                    case RESOLVE -> resolve(delivery, alert, act);
                };
            case Cleared(Instant at, String by) ->
                new Refused("The alert was cleared at " + at + " by: " + by + ". Nothing is left to do.");
            case Resolved(Instant at) -> new Refused("The alert was resolved at " + at + ". Nothing is left to do.");
        };
    }

    private static ActOnAlert resolve(WatchedDelivery delivery, Alert alert, Act act) {
        WatchedDelivery resolved = delivery.with(alert.resolved(act));
        return switch (alert.kind()) {
            case UNANSWERED_REQUEST -> new Accepted(withAnswer(resolved, alert, act), List.of());
            case OVERDUE_FLIGHT -> new Accepted(resolved, List.of());
            case RECOVER_PARCEL ->
                delivery.history().hasEnded()
                        ? new Accepted(resolved, List.of())
                        : new Refused("Decide at the compensation what becomes of the parcel; the alert follows.");
        };
    }

    /** With the alert, its request is settled. */
    private static WatchedDelivery withAnswer(WatchedDelivery delivery, Alert alert, Act act) {
        return delivery.request(alert.subject())
                .map(request -> delivery.with(request.answered("resolved by " + act.operator(), act.at())))
                .orElse(delivery);
    }

    private static ActOnAlert redrive(WatchedDelivery delivery, Alert alert, Act act) {
        WatchedDelivery recorded = delivery.with(alert.redriven(act));
        return switch (alert.kind()) {
            case UNANSWERED_REQUEST ->
                new Accepted(
                        recorded,
                        delivery.request(alert.subject()).flatMap(WatchedRequest::unanswered).stream()
                                .toList());
            case OVERDUE_FLIGHT -> interruptNow(recorded, act);
            case RECOVER_PARCEL ->
                new Refused("There is nothing to publish again. Have the parcel fetched, and decide at the compensation"
                        + " what becomes of it; the alert follows.");
        };
    }

    private static ActOnAlert interruptNow(WatchedDelivery delivery, Act act) {
        Flight flight = delivery.flight();
        return flight != null && flight.overdue()
                ? new Accepted(delivery.with(flight.toInterrupt(act.at())), List.of())
                : new Refused("The flight is not overdue any more: it was scheduled anew.");
    }
}
