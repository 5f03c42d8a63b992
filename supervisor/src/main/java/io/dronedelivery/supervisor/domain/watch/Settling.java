package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Known;
import java.time.Instant;
import java.util.Optional;

/** Draws the consequences of what is known: what is answered by it, which alerts are settled, and which parcel lies about. */
record Settling(Limits limits, Instant now) {
    static final String NOT_THEIRS = "no such delivery of this account";

    Course settle(Course course) {
        return parcels(alerts(promises(course)));
    }

    private Course promises(Course course) {
        return course.withPromises(course.promises().stream()
                .map(promise -> awaited(course, promise))
                .map(promise -> promise.unanswered()
                        .flatMap(request -> answer(course.story(), request))
                        .map(by -> promise.answered(by, now))
                        .orElse(promise))
                .toList());
    }

    /** A change may be heard so long before its order that nobody seemed to have ordered anything. */
    private Promise awaited(Course course, Promise promise) {
        return promise.standing() instanceof Standing.Unordered && course.exists()
                ? promise.in(new Standing.Awaited(now.plus(limits.answerWithin())))
                : promise;
    }

    /** What answers a request without bearing its id. A change is answered by name, be it when its delivery has ended. */
    private static Optional<String> answer(Story story, DeliveryRequest request) {
        if (story.hasEnded() && story.isStranger(request.accountId())) {
            return Optional.of(NOT_THEIRS);
        }
        if (!(request instanceof ScheduleDelivery)) {
            return Optional.empty();
        }
        boolean begins = request.requestId().equals(story.begunBy());
        if (story.hasEnded() && (begins || story.begunBy() == null)) {
            return story.ended();
        }
        // A change may have overtaken it, and be the one that was scheduled first.
        return begins ? Optional.ofNullable(story.created()) : Optional.empty();
    }

    private Course alerts(Course course) {
        return course.withAlerts(course.alerts().stream()
                .map(alert -> settledBy(course, alert)
                        .map(by -> alert.cleared(by, now))
                        .orElse(alert))
                .toList());
    }

    private static Optional<String> settledBy(Course course, Alert alert) {
        return switch (alert.kind()) {
            case UNANSWERED_REQUEST ->
                course.promise(alert.subject())
                        .filter(promise -> promise.standing() instanceof Standing.Answered)
                        .map(promise -> ((Standing.Answered) promise.standing()).by());
            case OVERDUE_FLIGHT ->
                course.story().ended().or(() -> scheduledAfter(course, Integer.parseInt(alert.subject())));
            case RECOVER_PARCEL -> recovered(course, Integer.parseInt(alert.subject()));
        };
    }

    private static Optional<String> scheduledAfter(Course course, int attempt) {
        return course.scheduledAfter(attempt).map(later -> "attempt " + later + " was scheduled");
    }

    /** With its parcel out there a delivery is scheduled anew only when a person has brought that back. */
    private static Optional<String> recovered(Course course, int attempt) {
        return course.story().broughtHome().or(() -> scheduledAfter(course, attempt));
    }

    private Course parcels(Course course) {
        Course all = course;
        for (Custody custody : course.custodies()) {
            if (custody.lost() && recovered(course, custody.attempt()).isEmpty()) {
                all = raise(all, custody);
            }
        }
        return all;
    }

    private Course raise(Course course, Custody custody) {
        Alert alert = Alert.raise(
                Kind.RECOVER_PARCEL,
                course.deliveryId(),
                String.valueOf(custody.attempt()),
                "the parcel was picked up, then this happened: " + custody.failure(),
                new Known(null, null, course.story().last(), custody.lastSeen()),
                now);
        return course.alert(alert.id()).isPresent() ? course : course.with(alert);
    }
}
