package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.Alert.Act;
import io.dronedelivery.supervisor.watch.domain.Alert.Cleared;
import io.dronedelivery.supervisor.watch.domain.Alert.Open;
import io.dronedelivery.supervisor.watch.domain.Alert.Resolved;
import java.time.Instant;
import java.util.List;

/** What an operator's act does to an alert and its delivery. */
sealed interface ActOnAlert {

    /** The delivery after it, and what is to be published once more. */
    record Accepted(WatchedDelivery delivery, List<DeliveryRequest> again) implements ActOnAlert {}

    record Refused(String why) implements ActOnAlert {}

    static ActOnAlert of(WatchedDelivery delivery, Alert alert, Act act) {
        return switch (alert.state()) {
            case Open _ ->
                switch (act.what()) {
                    case REDRIVE -> redrive(delivery, alert, act);
                    case RESOLVE -> new Accepted(resolve(delivery, alert, act), List.of());
                };
            case Cleared(Instant at, String by) ->
                new Refused("The alert was cleared at " + at + " by: " + by + ". Nothing is left to do.");
            case Resolved(Instant at) -> new Refused("The alert was resolved at " + at + ". Nothing is left to do.");
        };
    }

    /** With the alert, its request is settled. */
    private static WatchedDelivery resolve(WatchedDelivery delivery, Alert alert, Act act) {
        WatchedDelivery resolved = delivery.with(alert.resolved(act));
        return switch (alert.kind()) {
            case UNANSWERED_REQUEST ->
                delivery.request(alert.subject())
                        .map(request -> resolved.with(request.answered("resolved by " + act.operator(), act.at())))
                        .orElse(resolved);
            case OVERDUE_FLIGHT, RECOVER_PARCEL -> resolved;
        };
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
                new Refused(
                        "There is nothing to publish again: have the parcel fetched, say at the compensation what became"
                                + " of it, and resolve the alert with a note.");
        };
    }

    private static ActOnAlert interruptNow(WatchedDelivery delivery, Act act) {
        Flight flight = delivery.flight();
        return flight != null && flight.overdue()
                ? new Accepted(delivery.with(flight.toInterrupt(act.at())), List.of())
                : new Refused("The flight is not overdue any more: it was scheduled anew.");
    }
}
