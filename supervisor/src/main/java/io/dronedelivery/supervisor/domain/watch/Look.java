package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Known;
import io.dronedelivery.supervisor.domain.watch.Flight.Expected;
import io.dronedelivery.supervisor.domain.watch.Flight.Forecast;
import io.dronedelivery.supervisor.domain.watch.Flight.Interrupted;
import io.dronedelivery.supervisor.domain.watch.Flight.Overdue;
import io.dronedelivery.supervisor.domain.watch.Standing.Answered;
import io.dronedelivery.supervisor.domain.watch.Standing.Awaited;
import io.dronedelivery.supervisor.domain.watch.Standing.Missed;
import io.dronedelivery.supervisor.domain.watch.Standing.Redriven;
import io.dronedelivery.supervisor.domain.watch.Standing.Unordered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a delivery that is due.
 *
 * @param sight how delivery sees it now
 */
record Look(Limits limits, Instant now, Sight sight) {
    /**
     * What comes of it.
     *
     * @param again what is to be published once more
     * @param interrupt the flight that is to be interrupted now
     */
    record Looked(Course course, List<DeliveryRequest> again, Optional<Flight> interrupt) {}

    Looked at(Course before) {
        Course course = settled(
                sight instanceof Sight.Known seen ? before.with(before.story().seen(seen)) : before);
        List<DeliveryRequest> again = new ArrayList<>();
        for (Promise promise : course.promises()) {
            if (promise.isDue(now)) {
                Promise after = lookAt(promise, course);
                course = missed(course.with(after), after);
                again.addAll(again(after));
            }
        }
        Course after = flown(course);
        return new Looked(after, again, toInterrupt(after));
    }

    private Course settled(Course course) {
        return new Settling(limits, now).settle(course);
    }

    private List<DeliveryRequest> again(Promise promise) {
        return promise.standing() instanceof Redriven redriven && redriven.at().equals(now)
                ? promise.unanswered().stream().toList()
                : List.of();
    }

    private Promise lookAt(Promise promise, Course course) {
        DeliveryRequest request = promise.unanswered().orElseThrow();
        if (course.story().isStranger(request.accountId())) {
            return promise.answered(Settling.NOT_THEIRS, now);
        }
        if (!course.exists()) {
            return switch (sight) {
                case Sight.Unknown _ -> promise.in(new Unordered(now));
                case Sight.Silent _ -> promise.dueAt(now.plus(limits.lookAgain()));
                case Sight.Known _ -> goOn(promise);
            };
        }
        return goOn(promise);
    }

    /** A change may have been given up because it overtook its order; an order only ever waits in the log. */
    private static boolean isChange(Promise promise) {
        return !(promise.unanswered().orElseThrow() instanceof ScheduleDelivery);
    }

    private Promise goOn(Promise promise) {
        return switch (promise.standing()) {
            case Awaited _ when isChange(promise) -> promise.in(new Redriven(now, now.plus(limits.answerWithin())));
            case Awaited _, Redriven _ -> promise.in(new Missed(now));
            case Missed _, Unordered _, Answered _ -> promise;
        };
    }

    private Course missed(Course course, Promise promise) {
        return promise.standing() instanceof Missed
                ? raised(
                        course,
                        Kind.UNANSWERED_REQUEST,
                        promise.requestId(),
                        "no answer since " + promise.heardAt()
                                + (isChange(promise) ? ", though it was published again" : ""),
                        promise.request())
                : course;
    }

    private Course flown(Course course) {
        return course.flightDue(now)
                .map(flight -> switch (flight.stage()) {
                    case Expected _ -> expected(course, flight);
                    case Forecast _ -> overtaken(course, flight);
                    case Overdue _, Interrupted _ -> course;
                })
                .orElse(course);
    }

    private Optional<Flight> toInterrupt(Course course) {
        return course.flightDue(now).filter(flight -> flight.stage() instanceof Overdue);
    }

    private Course expected(Course course, Flight flight) {
        return switch (sight) {
            case Sight.Known seen when forecast(seen) -> course.with(flight.in(new Forecast(latest(seen))));
            // That it can't be asked says nothing of the flight, for a while.
            case Sight.Silent _
            when now.isBefore(flight.dropoffAt().plus(limits.overdueGrace())) -> lookAgain(course, flight);
            case Sight.Known _, Sight.Unknown _, Sight.Silent _ -> overtaken(course, flight);
        };
    }

    private boolean forecast(Sight.Known seen) {
        return latest(seen).isAfter(now);
    }

    private static Instant latest(Sight.Known seen) {
        return seen.eta() == null ? Instant.MIN : seen.eta().ninety().to();
    }

    /** Overdue, unless it was scheduled anew, which an event is about to tell. */
    private Course overtaken(Course course, Flight flight) {
        boolean anew = sight instanceof Sight.Known seen && seen.attempt() > flight.attempt();
        return anew
                ? lookAgain(course, flight)
                : raised(
                        course.with(flight.in(new Overdue(now, now.plus(limits.overdueGrace())))),
                        Kind.OVERDUE_FLIGHT,
                        String.valueOf(flight.attempt()),
                        "expected at its drop-off by " + flight.dropoffAt() + ", it has not ended",
                        null);
    }

    private Course lookAgain(Course course, Flight flight) {
        return course.with(flight.in(new Expected(now.plus(limits.lookAgain()))));
    }

    private Course raised(Course course, Kind kind, String subject, String what, @Nullable DeliveryRequest request) {
        Known known = new Known(
                request, sight, course.story().last(), sight instanceof Sight.Known seen ? seen.position() : null);
        return course.with(Alert.raise(kind, course.deliveryId(), subject, what, known, now));
    }
}
