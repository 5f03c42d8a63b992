package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.scheduler.domain.Attempts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The attempts at the service delivery. */
@ApplicationScoped
class RestAttempts implements Attempts {
    private final DeliveryClient delivery;
    private final Downstream downstream;

    RestAttempts(@RestClient DeliveryClient delivery, Downstreams downstreams) {
        this.delivery = delivery;
        this.downstream = downstreams.of("delivery");
    }

    @Override
    public Uni<Outcome<Opening>> open(DeliveryRequest request) {
        return downstream.ask(
                () -> delivery.open(request.deliveryId(), request.requestId(), request), RestAttempts::complete);
    }

    @Override
    public Uni<Outcome<Schedule>> schedule(String deliveryId, int attempt, Schedule schedule) {
        return downstream.ask(
                () -> delivery.schedule(deliveryId, attempt, schedule).replaceWith(schedule), _ -> true);
    }

    private static boolean complete(Opening opening) {
        return switch (opening) {
            case Halt _ -> true;
            case Proceed proceed -> proceed.attempt() > 0 && proceed.order() != null;
        };
    }
}
