package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a delivery that is due: its unanswered requests, then its flight.
 *
 * @param snapshot how the service delivery sees it now
 */
record DeliveryCheck(WatchRunner.Limits limits, Instant now, DeliverySnapshot snapshot) {
    /**
     * The result of the check.
     *
     * @param publishAgain the requests that are to be published once more
     * @param interrupt the flight that is to be interrupted now
     */
    record Result(WatchedDelivery delivery, List<DeliveryRequest> publishAgain, Optional<Flight> interrupt) {}

    Result check(WatchedDelivery before) {
        WatchedDelivery delivery = reconciled(before);
        List<DeliveryRequest> publishAgain = new ArrayList<>();
        for (WatchedRequest request : delivery.requests()) {
            if (request.isDue(now)) {
                WatchedRequest after = checkRequest(request, delivery);
                delivery = raiseIfMissed(delivery.with(after), after);
                publishAgain.addAll(publishAgain(after));
            }
        }
        WatchedDelivery after = checkFlight(delivery);
        return new Result(after, publishAgain, toInterrupt(after));
    }

    private WatchedDelivery reconciled(WatchedDelivery delivery) {
        return new Reconciler(limits.answerWithin(), now)
                .reconcile(
                        snapshot instanceof DeliverySnapshot.Known seen
                                ? delivery.with(delivery.history().with(seen))
                                : delivery);
    }

    private List<DeliveryRequest> publishAgain(WatchedRequest request) {
        return request.state() instanceof WatchedRequest.Redriven redriven
                        && redriven.at().equals(now)
                ? request.unanswered().stream().toList()
                : List.of();
    }

    private WatchedRequest checkRequest(WatchedRequest request, WatchedDelivery delivery) {
        DeliveryRequest unanswered = request.unanswered().orElseThrow();
        if (delivery.history().belongsToAnother(unanswered.accountId())) {
            return request.answered(Reconciler.OF_ANOTHER_ACCOUNT, now);
        }
        return switch (snapshot) {
            case DeliverySnapshot.Unknown _ when !delivery.exists() -> request.in(new WatchedRequest.Unordered(now));
            case DeliverySnapshot.Silent _ when !delivery.exists() -> request.dueAt(now.plus(limits.checkAgain()));
            case DeliverySnapshot.Known _, DeliverySnapshot.Unknown _, DeliverySnapshot.Silent _ -> escalated(request);
        };
    }

    /**
     * A change may have been given up because it had overtaken its order. An order is never given up: it waits in its topic
     * until it is read.
     */
    private static boolean isChange(WatchedRequest request) {
        return !(request.unanswered().orElseThrow() instanceof ScheduleDelivery);
    }

    private WatchedRequest escalated(WatchedRequest request) {
        return switch (request.state()) {
            case WatchedRequest.Awaited _
            when isChange(request) -> request.in(new WatchedRequest.Redriven(now, now.plus(limits.answerWithin())));
            case WatchedRequest.Awaited _, WatchedRequest.Redriven _ -> request.in(new WatchedRequest.Missed(now));
            case WatchedRequest.Missed _, WatchedRequest.Unordered _, WatchedRequest.Answered _ -> request;
        };
    }

    private WatchedDelivery raiseIfMissed(WatchedDelivery delivery, WatchedRequest request) {
        return request.state() instanceof WatchedRequest.Missed
                ? raise(
                        delivery,
                        Kind.UNANSWERED_REQUEST,
                        request.requestId(),
                        "no answer since " + request.heardAt()
                                + (isChange(request) ? ", though it was published again" : ""),
                        request.request())
                : delivery;
    }

    private WatchedDelivery checkFlight(WatchedDelivery delivery) {
        return delivery.flightDue(now)
                .map(flight -> switch (flight.stage()) {
                    case Flight.Expected _ -> notArrived(delivery, flight);
                    case Flight.Forecast _ -> overdue(delivery, flight);
                    case Flight.Overdue _, Flight.Interrupted _ -> delivery;
                })
                .orElse(delivery);
    }

    private Optional<Flight> toInterrupt(WatchedDelivery delivery) {
        return delivery.flightDue(now).filter(flight -> flight.stage() instanceof Flight.Overdue);
    }

    private WatchedDelivery notArrived(WatchedDelivery delivery, Flight flight) {
        return switch (snapshot) {
            case DeliverySnapshot.Known seen
            when forecast(seen).isAfter(now) -> delivery.with(flight.in(new Flight.Forecast(forecast(seen))));
            // While delivery does not answer, the flight is not taken for overdue until the grace is over.
            case DeliverySnapshot.Silent _
            when now.isBefore(flight.dropoffAt().plus(limits.overdueGrace())) -> checkAgain(delivery, flight);
            case DeliverySnapshot.Known _, DeliverySnapshot.Unknown _, DeliverySnapshot.Silent _ ->
                overdue(delivery, flight);
        };
    }

    private static Instant forecast(DeliverySnapshot.Known seen) {
        return seen.eta() == null ? Instant.MIN : seen.eta().ninety().to();
    }

    /** Overdue, unless it was scheduled anew, which an event is about to tell. */
    private WatchedDelivery overdue(WatchedDelivery delivery, Flight flight) {
        boolean anew = snapshot instanceof DeliverySnapshot.Known seen && seen.attempt() > flight.attempt();
        return anew
                ? checkAgain(delivery, flight)
                : raise(
                        delivery.with(flight.in(new Flight.Overdue(now, now.plus(limits.overdueGrace())))),
                        Kind.OVERDUE_FLIGHT,
                        String.valueOf(flight.attempt()),
                        "expected at its drop-off by " + flight.dropoffAt() + ", it has not ended",
                        null);
    }

    private WatchedDelivery checkAgain(WatchedDelivery delivery, Flight flight) {
        return delivery.with(flight.in(new Flight.Expected(now.plus(limits.checkAgain()))));
    }

    private WatchedDelivery raise(
            WatchedDelivery delivery, Kind kind, String subject, String what, @Nullable DeliveryRequest request) {
        Known known = new Known(
                request,
                snapshot,
                delivery.history().last(),
                snapshot instanceof DeliverySnapshot.Known seen ? seen.position() : null);
        return delivery.with(Alert.raise(kind, delivery.deliveryId(), subject, what, known, now));
    }
}
