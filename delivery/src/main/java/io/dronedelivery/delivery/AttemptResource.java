package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CLOSURE;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.IDEMPOTENCY_KEY;
import static io.dronedelivery.contracts.InternalPaths.INTERRUPTION;
import static io.dronedelivery.contracts.InternalPaths.OPENING;
import static io.dronedelivery.contracts.InternalPaths.OPENINGS;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULE;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULES;

import io.dronedelivery.chassis.failure.NotYet;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.BatchAnswers;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Opened;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.OpeningCall;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Timeline;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.attempt.AttemptHandler;
import io.dronedelivery.delivery.domain.attempt.ClosureAnswer;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.request.RequestHandler;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The internal API: other services read a delivery, and open, schedule, close and interrupt its attempts. Operators read
 * deliveries of any account.
 */
@Path("/")
@RolesAllowed(Scope.SERVICE)
class AttemptResource {
    private final RequestHandler requests;
    private final AttemptHandler attempts;
    private final Deliveries deliveries;
    private final RequestConsumerLag requestConsumerLag;
    private final BatchAnswers answers;
    private final InstantSource clock;

    AttemptResource(
            DeliveryDomain domain, RequestConsumerLag requestConsumerLag, BatchAnswers answers, InstantSource clock) {
        this.requests = domain.requests();
        this.attempts = domain.attempts();
        this.deliveries = domain.deliveries();
        this.requestConsumerLag = requestConsumerLag;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @Path(DELIVERY)
    @RolesAllowed({Scope.SERVICE, Scope.OPERATOR})
    public Uni<DeliveryView> find(String deliveryId) {
        return known(deliveryId).map(known -> DeliveryViews.withoutPin(known, clock.instant()));
    }

    @GET
    @Path(DELIVERY + "/timeline")
    @RolesAllowed({Scope.SERVICE, Scope.OPERATOR})
    public Uni<Timeline> timeline(String deliveryId) {
        return known(deliveryId)
                .chain(() -> deliveries.timeline(deliveryId, 0))
                .map(events -> new Timeline(deliveryId, events));
    }

    @GET
    @Path(DELIVERY + IDEMPOTENCY_KEY)
    @APIResponse(
            responseCode = "409",
            description = "Not yet: a request under that key may still be unread. Ask again.")
    public Uni<KeyUse> keyUse(String deliveryId, String keyId, @RestQuery @DefaultValue("false") boolean certain) {
        Uni<Boolean> read = certain
                ? requestConsumerLag.caughtUp(deliveryId)
                : Uni.createFrom().item(true);
        return read.chain(all -> all ? keyUse(deliveryId, keyId) : keyUseSoFar(deliveryId, keyId));
    }

    private Uni<KeyUse> keyUse(String deliveryId, String keyId) {
        return known(deliveryId).map(known -> DeliveryViews.keyUse(known, keyId, clock.instant()));
    }

    private Uni<KeyUse> keyUseSoFar(String deliveryId, String keyId) {
        return deliveries.find(deliveryId).map(found -> found.map(
                        known -> DeliveryViews.keyUse(known, keyId, clock.instant()))
                .filter(use -> use.requestId() != null)
                .orElseThrow(() -> new NotYet("A request under that key may still be unread.")));
    }

    private Uni<Delivery> known(String deliveryId) {
        return deliveries.find(deliveryId).map(known -> Problems.found(known, "No such delivery."));
    }

    @PUT
    @Path(DELIVERY + OPENING)
    @APIResponse(
            responseCode = "409",
            description = "Not yet: the delivery is not known, or its schedule is not opened. Ask again.")
    public Uni<Opening> open(String deliveryId, String requestId, DeliveryRequest request) {
        if (!request.deliveryId().equals(deliveryId)) {
            throw Problems.invalid("/deliveryId", "must be that of the path, but is " + request.deliveryId());
        }
        if (!request.requestId().equals(requestId)) {
            throw Problems.invalid("/requestId", "must be that of the path, but is " + request.requestId());
        }
        return opened(request);
    }

    @PUT
    @Path(OPENINGS)
    public Uni<Answers<Opened>> openAll(@Valid Calls<OpeningCall> all) {
        return answers.of(all, call -> opened(call.request()).map(Opened::new));
    }

    private Uni<Opening> opened(DeliveryRequest request) {
        return requests.open(request).map(answer -> answer.orElseThrow(AttemptResource::unknownYet));
    }

    @PUT
    @Path(DELIVERY + ATTEMPT + SCHEDULE)
    @APIResponse(
            responseCode = "409",
            description =
                    "The attempt was overtaken, or the delivery is past it: ATTEMPT_OVERTAKEN, ALREADY_PICKED_UP, BEING_RECOVERED or ALREADY_ENDED.")
    public Uni<Void> schedule(String deliveryId, int attempt, Schedule body) {
        return scheduled(deliveryId, attempt, body);
    }

    @PUT
    @Path(SCHEDULES)
    public Uni<Answers<Void>> scheduleAll(@Valid Calls<Call<Schedule>> all) {
        return answers.of(all, call -> scheduled(call.deliveryId(), call.attempt(), call.body()));
    }

    private Uni<Void> scheduled(String deliveryId, int attempt, Schedule body) {
        return attempts.schedule(deliveryId, attempt, body)
                .map(Problems::granted)
                .replaceWithVoid();
    }

    @PUT
    @Path(DELIVERY + ATTEMPT + CLOSURE)
    @APIResponse(
            responseCode = "409",
            description = "The parcel is out there: ALREADY_PICKED_UP; or, without a code, not yet: ask again.")
    public Uni<Closed> close(String deliveryId, int attempt, Closure body) {
        return attempts.close(deliveryId, attempt, body).map(answer -> switch (answer) {
            case ClosureAnswer.Decided(Outcome<Closed> outcome) -> Problems.granted(outcome);
            case ClosureAnswer.NotKnownYet() -> throw unknownYet();
            case ClosureAnswer.NotStoppedYet() -> throw notStoppedYet();
        });
    }

    @PUT
    @Path(DELIVERY + ATTEMPT + INTERRUPTION)
    public Uni<Void> interrupt(String deliveryId, int attempt, Interruption body) {
        return attempts.interrupt(deliveryId, attempt, body)
                .map(Problems::granted)
                .replaceWithVoid();
    }

    /** The request is in the topic, so that its delivery will be known in a moment. */
    private static NotYet unknownYet() {
        return new NotYet("The delivery is not known yet.");
    }

    private static NotYet notStoppedYet() {
        return new NotYet("Its drone may still fly on: no FlightStopped was received.");
    }
}
