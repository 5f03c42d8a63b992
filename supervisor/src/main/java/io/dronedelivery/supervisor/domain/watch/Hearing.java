package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryArriving;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToDropoff;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToPickup;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryPickedUp;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRequested;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryReturned;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import java.time.Instant;

/** What a message adds to what is known of a delivery. */
record Hearing(Limits limits, Instant now) {

    Course hear(Course course, DeliveryRequest request) {
        boolean orders = request instanceof ScheduleDelivery;
        Course heard = orders ? course.with(course.story().wasOrdered()) : course;
        return heard.promise(request.requestId()).isPresent()
                ? heard
                : settled(heard.with(Promise.of(request, now, limits)));
    }

    Course hear(Course course, DeliveryEvent event) {
        Course heard = course.with(course.story().hear(event));
        int attempt = event.header().attempt();
        return settled(
                switch (event) {
                    case DeliveryCreated created ->
                        scheduled(answered(heard, created.requestId(), event), event, created.assignment());
                    case DeliveryRescheduled rescheduled ->
                        scheduled(answered(heard, rescheduled.requestId(), event), event, rescheduled.assignment());
                    case DeliveryCancelled cancelled -> answered(heard, cancelled.requestId(), event);
                    case DeliveryRejected rejected -> answered(heard, rejected.requestId(), event);
                    case DeliveryChangeRefused refused -> answered(heard, refused.requestId(), event);
                    case DeliveryPickedUp pickedUp ->
                        heard.with(heard.custody(attempt)
                                .pickedUp(pickedUp.header().cause().position()));
                    case DeliveryInterrupted interrupted ->
                        heard.with(heard.custody(attempt)
                                .failed(
                                        interrupted.detail(),
                                        interrupted.header().cause().position()));
                    case DeliveryRequested _,
                            DeliveryHeadedToPickup _,
                            DeliveryHeadedToDropoff _,
                            DeliveryArriving _,
                            DeliveryCompleted _,
                            DeliveryReturned _,
                            DeliveryFailed _ -> heard;
                });
    }

    /** The answer may be read before its request. */
    private Course answered(Course course, String requestId, DeliveryEvent event) {
        String by = Heard.name(event);
        return course.promise(requestId)
                .map(promise -> promise.standing() instanceof Standing.Answered
                        ? course
                        : course.with(promise.answered(by, now)))
                .orElseGet(() -> course.with(Promise.answeredBefore(requestId, by, now)));
    }

    private static Course scheduled(Course course, DeliveryEvent event, Assignment assignment) {
        long version = event.header().version();
        return course.flight() != null && course.flight().version() >= version
                ? course
                : course.with(Flight.scheduled(event.header().attempt(), version, assignment.dropoffAt()));
    }

    private Course settled(Course course) {
        return new Settling(limits, now).settle(course);
    }
}
