package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.ingestion.domain.form.ChangeForm;
import io.dronedelivery.ingestion.domain.form.Limits;
import io.dronedelivery.ingestion.domain.form.OrderForm;
import io.dronedelivery.ingestion.domain.form.Reading.Invalid;
import io.dronedelivery.ingestion.domain.form.Reading.Late;
import io.dronedelivery.ingestion.domain.form.Reading.Valid;
import io.dronedelivery.ingestion.domain.form.TextRule;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accepts requests: reads them, and stores what is allowed before it answers. Keeps no state. */
public final class Acceptance {
    private static final String SCHEDULE = "schedule";
    private static final String RESCHEDULE = "reschedule";
    private static final String CANCEL = "cancel";

    private final RequestLog log;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Limits limits;

    public Acceptance(
            RequestLog log, Deliveries deliveries, InstantSource clock, RandomGenerator random, Limits limits) {
        this.log = log;
        this.deliveries = deliveries;
        this.clock = clock;
        this.random = random;
        this.limits = limits;
    }

    /**
     * Orders a new delivery.
     *
     * @param body the order as the client sent it: JSON as maps, lists, texts, exact numbers and truth values
     */
    public Uni<Answer> schedule(Sender sender, Object body) {
        Instant now = clock.instant();
        return switch (OrderForm.read(body, now, limits)) {
            case Invalid<DeliveryOrder>(List<FieldError> errors) -> answer(new Answer.Invalid(errors));
            case Valid<DeliveryOrder>(DeliveryOrder order) ->
                store(schedule(sender, body, order, now, null), Optional.empty());
            case Late<DeliveryOrder>(DeliveryOrder order, List<FieldError> errors) ->
                late(schedule(sender, body, order, now, text(errors)), errors);
        };
    }

    /** Changes a delivery. */
    public Uni<Answer> reschedule(Sender sender, String deliveryId, Object body) {
        if (!Ids.isId(deliveryId)) {
            return answer(ImmediateAnswer.notFound(deliveryId));
        }
        Instant now = clock.instant();
        return switch (ChangeForm.read(body, now)) {
            case Invalid<DeliveryChange>(List<FieldError> errors) -> answer(new Answer.Invalid(errors));
            case Valid<DeliveryChange>(DeliveryChange change) ->
                change(
                        reschedule(sender, deliveryId, change, now, null),
                        order -> ChangeForm.conflicts(body, change, order));
            case Late<DeliveryChange>(DeliveryChange change, List<FieldError> errors) ->
                late(reschedule(sender, deliveryId, change, now, text(errors)), errors);
        };
    }

    /** Cancels a delivery. */
    public Uni<Answer> cancel(Sender sender, String deliveryId, @Nullable String reason) {
        if (!Ids.isId(deliveryId)) {
            return answer(ImmediateAnswer.notFound(deliveryId));
        }
        if (reason != null && !TextRule.REASON.allows(reason)) {
            return answer(new Answer.Invalid(List.of(new FieldError("reason", TextRule.REASON.allowed()))));
        }
        String asked = reason == null ? "" : reason;
        return change(
                new CancelDelivery(
                        sender.requestId(random, CANCEL, deliveryId, () -> asked),
                        deliveryId,
                        sender.accountId(),
                        clock.instant(),
                        reason,
                        sender.keyId(CANCEL, deliveryId)),
                _ -> List.of());
    }

    private ScheduleDelivery schedule(
            Sender sender, Object body, DeliveryOrder order, Instant now, @Nullable String timeFault) {
        String deliveryId = sender.deliveryId(random);
        String requestId = sender.requestId(random, SCHEDULE, deliveryId, () -> OrderForm.asked(body, limits));
        String keyId = sender.keyId(SCHEDULE, deliveryId);
        return new ScheduleDelivery(requestId, deliveryId, sender.accountId(), now, order, keyId, timeFault);
    }

    private RescheduleDelivery reschedule(
            Sender sender, String deliveryId, DeliveryChange change, Instant now, @Nullable String timeFault) {
        String requestId = sender.requestId(random, RESCHEDULE, deliveryId, () -> change);
        String keyId = sender.keyId(RESCHEDULE, deliveryId);
        return new RescheduleDelivery(requestId, deliveryId, sender.accountId(), now, change, keyId, timeFault);
    }

    /**
     * If the service delivery does not answer, the request is stored unchecked, and an event refuses it if need be.
     *
     * @param conflicts what of the request does not fit the current order
     */
    private Uni<Answer> change(DeliveryRequest request, Function<DeliveryOrder, List<FieldError>> conflicts) {
        return deliveries
                .find(request.deliveryId(), request.keyId())
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(known -> known.flatMap(use -> ImmediateAnswer.to(request, use)
                                .or(() -> ImmediateAnswer.tooLate(use.delivery()))
                                .or(() -> invalid(conflicts.apply(use.delivery().order()))))
                        .map(Acceptance::answer)
                        .orElseGet(() -> store(request, known)));
    }

    /**
     * A repeat is not refused for times that have passed. If it is not certain whether this is a repeat, it is stored, and
     * refused by an event if it is new.
     */
    private Uni<Answer> late(DeliveryRequest request, List<FieldError> errors) {
        if (request.keyId() == null) {
            return answer(new Answer.Invalid(errors));
        }
        return deliveries
                .findForCertain(request.deliveryId(), request.keyId())
                .map(known ->
                        known.flatMap(use -> ImmediateAnswer.to(request, use)).orElse(new Answer.Invalid(errors)))
                .onFailure()
                .recoverWithUni(() -> store(request, Optional.empty()));
    }

    private Uni<Answer> store(DeliveryRequest request, Optional<KeyUse> known) {
        return log.append(request)
                .onFailure()
                .transform(failure -> new NotAcknowledged(request, failure))
                .replaceWith(() -> ImmediateAnswer.accepted(request, known));
    }

    private static Optional<Answer> invalid(List<FieldError> errors) {
        return errors.isEmpty() ? Optional.empty() : Optional.of(new Answer.Invalid(errors));
    }

    private static String text(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
    }

    private static Uni<Answer> answer(Answer answer) {
        return Uni.createFrom().item(answer);
    }
}
