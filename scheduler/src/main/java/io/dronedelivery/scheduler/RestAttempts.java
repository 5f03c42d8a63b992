package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.calls.BatchedCalls;
import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opened;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.OpeningCall;
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
    private final Downstream downstream;
    private final BatchedCalls<OpeningCall, Opened> openings;
    private final BatchedCalls<Call<Schedule>, Void> schedules;

    RestAttempts(@RestClient DeliveryClient delivery, Downstreams downstreams) {
        this.downstream = downstreams.of("delivery");
        this.openings =
                downstream.batched(call -> open(delivery, call.request()).map(Opened::new), delivery::openAll);
        this.schedules = downstream.batched(
                call -> delivery.schedule(call.deliveryId(), call.attempt(), call.body()), delivery::scheduleAll);
    }

    @Override
    public Uni<Outcome<Opening>> open(DeliveryRequest request) {
        return downstream.ask(
                () -> openings.call(request.deliveryId(), new OpeningCall(request))
                        .onItem()
                        .ifNotNull()
                        .transform(Opened::opening),
                RestAttempts::complete);
    }

    private static Uni<Opening> open(DeliveryClient delivery, DeliveryRequest request) {
        return delivery.open(request.deliveryId(), request.requestId(), request);
    }

    @Override
    public Uni<Outcome<Schedule>> schedule(String deliveryId, int attempt, Schedule schedule) {
        return downstream.ask(
                () -> schedules
                        .call(deliveryId, new Call<>(deliveryId, attempt, schedule))
                        .replaceWith(schedule),
                _ -> true);
    }

    private static boolean complete(Opening opening) {
        return switch (opening) {
            case Halt _ -> true;
            case Proceed proceed -> proceed.attempt() > 0 && proceed.order() != null;
        };
    }
}
