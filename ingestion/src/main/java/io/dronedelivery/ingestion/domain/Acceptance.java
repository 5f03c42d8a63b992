package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.ingestion.domain.form.CancellationForm;
import io.dronedelivery.ingestion.domain.form.ChangeForm;
import io.dronedelivery.ingestion.domain.form.Limits;
import io.dronedelivery.ingestion.domain.form.OrderForm;
import io.dronedelivery.ingestion.domain.form.Reading.Invalid;
import io.dronedelivery.ingestion.domain.form.Reading.Late;
import io.dronedelivery.ingestion.domain.form.Reading.Valid;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
    private final Limits limits;

    public Acceptance(RequestLog log, Deliveries deliveries, InstantSource clock, Limits limits) {
        this.log = log;
        this.deliveries = deliveries;
        this.clock = clock;
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
            case Valid<DeliveryOrder>(DeliveryOrder order) -> store(schedule(sender, body, order, now, null));
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

    /**
     * Cancels a delivery.
     *
     * @param body perhaps says why
     */
    public Uni<Answer> cancel(Sender sender, String deliveryId, Object body) {
        if (!Ids.isId(deliveryId)) {
            return answer(ImmediateAnswer.notFound(deliveryId));
        }
        return switch (CancellationForm.read(body)) {
            case Invalid<Optional<String>>(List<FieldError> errors) -> answer(new Answer.Invalid(errors));
            case Late<Optional<String>> late -> answer(new Answer.Invalid(late.errors()));
            case Valid<Optional<String>>(Optional<String> reason) ->
                change(cancel(sender, deliveryId, reason), _ -> List.of());
        };
    }

    private ScheduleDelivery schedule(
            Sender sender, Object body, DeliveryOrder order, Instant now, @Nullable String timeFault) {
        String deliveryId = sender.deliveryId();
        String requestId = sender.requestId(SCHEDULE, deliveryId, OrderForm.asked(body, limits));
        String keyId = sender.keyId(SCHEDULE, deliveryId);
        return new ScheduleDelivery(requestId, deliveryId, sender.accountId(), now, order, keyId, timeFault);
    }

    private RescheduleDelivery reschedule(
            Sender sender, String deliveryId, DeliveryChange change, Instant now, @Nullable String timeFault) {
        String requestId = sender.requestId(RESCHEDULE, deliveryId, change);
        String keyId = sender.keyId(RESCHEDULE, deliveryId);
        return new RescheduleDelivery(requestId, deliveryId, sender.accountId(), now, change, keyId, timeFault);
    }

    private CancelDelivery cancel(Sender sender, String deliveryId, Optional<String> reason) {
        String requestId = sender.requestId(CANCEL, deliveryId, reason.orElse(""));
        String keyId = sender.keyId(CANCEL, deliveryId);
        return new CancelDelivery(
                requestId, deliveryId, sender.accountId(), clock.instant(), reason.orElse(null), keyId);
    }

    /**
     * If the service delivery does not answer, the request is stored unchecked, and an event refuses it if need be.
     *
     * @param conflicts what of the request does not fit the current order
     */
    private Uni<Answer> change(DeliveryRequest request, Function<DeliveryOrder, List<FieldError>> conflicts) {
        return deliveries
                .find(request.deliveryId(), keyId(request))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(known -> known.flatMap(use -> ImmediateAnswer.to(request, use)
                                .or(() -> ImmediateAnswer.tooLate(use.delivery()))
                                .or(() -> invalid(conflicts.apply(use.delivery().order()))))
                        .map(Acceptance::answer)
                        .orElseGet(() -> store(request)));
    }

    /**
     * A repeat is not refused for times that have passed. If it is not certain whether this is a repeat, it is stored, and
     * refused by an event if it is new.
     */
    private Uni<Answer> late(DeliveryRequest request, List<FieldError> errors) {
        return deliveries
                .findForCertain(request.deliveryId(), keyId(request))
                .map(known ->
                        known.flatMap(use -> ImmediateAnswer.to(request, use)).orElse(new Answer.Invalid(errors)))
                .onFailure()
                .recoverWithUni(() -> store(request));
    }

    private Uni<Answer> store(DeliveryRequest request) {
        return log.append(request)
                .onFailure()
                .transform(failure -> new NotAcknowledged(request, failure))
                .replaceWith(() -> ImmediateAnswer.accepted(request));
    }

    /** What is accepted here has a key. */
    private static String keyId(DeliveryRequest request) {
        return Objects.requireNonNull(request.keyId());
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
