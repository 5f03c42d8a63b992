package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Alert.Act;
import io.dronedelivery.supervisor.domain.watch.Alert.Cleared;
import io.dronedelivery.supervisor.domain.watch.Alert.Open;
import io.dronedelivery.supervisor.domain.watch.Alert.Resolved;
import java.time.Instant;
import java.util.List;

/** What comes of an operator's act. */
record Acting(Act act) {

    /** Done, or why not. */
    sealed interface Decision {}

    /** The course after it, and what is to be published once more. */
    record Decided(Course course, List<DeliveryRequest> again) implements Decision {}

    record Refused(String why) implements Decision {}

    Decision on(Course course, Alert alert) {
        return switch (alert.state()) {
            case Open _ ->
                switch (act.what()) {
                    case REDRIVE -> redrive(course, alert);
                    case RESOLVE -> new Decided(resolve(course, alert), List.of());
                };
            case Cleared(Instant at, String by) ->
                new Refused("The alert was cleared at " + at + " by: " + by + ". Nothing is left to do.");
            case Resolved(Instant at) -> new Refused("The alert was resolved at " + at + ". Nothing is left to do.");
        };
    }

    /** With the alert, its request is settled. */
    private Course resolve(Course course, Alert alert) {
        Course resolved = course.with(alert.resolved(act));
        return switch (alert.kind()) {
            case UNANSWERED_REQUEST ->
                course.promise(alert.subject())
                        .map(promise -> resolved.with(promise.answered("resolved by " + act.operator(), act.at())))
                        .orElse(resolved);
            case OVERDUE_FLIGHT, RECOVER_PARCEL -> resolved;
        };
    }

    private Decision redrive(Course course, Alert alert) {
        Course recorded = course.with(alert.redriven(act));
        return switch (alert.kind()) {
            case UNANSWERED_REQUEST ->
                new Decided(
                        recorded,
                        course.promise(alert.subject()).flatMap(Promise::unanswered).stream()
                                .toList());
            case OVERDUE_FLIGHT -> interruptNow(recorded);
            case RECOVER_PARCEL ->
                new Refused(
                        "There is nothing to publish again: have the parcel fetched, say at the compensation what became"
                                + " of it, and resolve the alert with a note.");
        };
    }

    private Decision interruptNow(Course course) {
        Flight flight = course.flight();
        return flight != null && flight.overdue()
                ? new Decided(course.with(flight.toInterrupt(act.at())), List.of())
                : new Refused("The flight is not overdue any more: it was scheduled anew.");
    }
}
