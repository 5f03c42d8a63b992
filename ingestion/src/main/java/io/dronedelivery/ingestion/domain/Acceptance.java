package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.ingestion.domain.Answer.Accepted;
import io.dronedelivery.ingestion.domain.Reading.Invalid;
import io.dronedelivery.ingestion.domain.Reading.Valid;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Accepts requests: reads them, and stores what is allowed before it is promised. Keeps no state. */
public final class Acceptance {
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
     * A new delivery is ordered.
     *
     * @param body the order as the client sent it: JSON as maps, lists, texts, exact numbers and truth values
     */
    public Uni<Answer> schedule(Sender sender, Object body) {
        Instant now = clock.instant();
        return switch (OrderForm.read(body, now, limits)) {
            case Invalid<DeliveryOrder>(List<FieldError> errors) -> answer(new Answer.Invalid(errors));
            case Valid<DeliveryOrder>(DeliveryOrder order) -> {
                String deliveryId = sender.deliveryId(random);
                String requestId = sender.requestId(random, "schedule", deliveryId, Names.canonical(body));
                yield store(
                        new ScheduleDelivery(requestId, deliveryId, sender.accountId(), now, order),
                        DeliveryStatus.PENDING);
            }
        };
    }

    /** A delivery is to be carried out differently. */
    public Uni<Answer> reschedule(Sender sender, String deliveryId, Object body) {
        return ifPossible(sender, deliveryId, known -> {
            Instant now = clock.instant();
            DeliveryOrder order = known.map(DeliveryView::order).orElse(null);
            return switch (ChangeForm.read(body, order, now)) {
                case Invalid<DeliveryChange>(List<FieldError> errors) -> answer(new Answer.Invalid(errors));
                case Valid<DeliveryChange>(DeliveryChange change) -> {
                    String requestId = sender.requestId(random, "reschedule", deliveryId, Names.canonical(body));
                    yield store(
                            new RescheduleDelivery(requestId, deliveryId, sender.accountId(), now, change),
                            status(known));
                }
            };
        });
    }

    /** A delivery is not to be carried out. */
    public Uni<Answer> cancel(Sender sender, String deliveryId, @Nullable String reason) {
        if (reason != null && !TextRule.REASON.allows(reason)) {
            return answer(new Answer.Invalid(List.of(new FieldError("reason", TextRule.REASON.allowed()))));
        }
        return ifPossible(sender, deliveryId, known -> {
            String asked = reason == null ? "" : reason;
            String requestId = sender.requestId(random, "cancel", deliveryId, asked);
            return store(
                    new CancelDelivery(requestId, deliveryId, sender.accountId(), clock.instant(), reason),
                    status(known));
        });
    }

    /** Nobody waits for a service that is down: what can't be told now the delivery's events tell. */
    private Uni<Answer> ifPossible(
            Sender sender, String deliveryId, Function<Optional<DeliveryView>, Uni<Answer>> then) {
        if (!Names.isOne(deliveryId)) {
            return answer(Obstacle.notFound(deliveryId));
        }
        return deliveries
                .find(deliveryId)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(known -> Obstacle.to(sender, known)
                        .<Uni<Answer>>map(Acceptance::answer)
                        .orElseGet(() -> then.apply(known)));
    }

    private Uni<Answer> store(DeliveryRequest request, DeliveryStatus status) {
        return log.append(request)
                .onFailure()
                .transform(failure -> new NotAcknowledged(request, failure))
                .replaceWith(() -> new Accepted(request.deliveryId(), request.requestId(), status));
    }

    private static DeliveryStatus status(Optional<DeliveryView> known) {
        return known.map(DeliveryView::status).orElse(DeliveryStatus.PENDING);
    }

    private static Uni<Answer> answer(Answer answer) {
        return Uni.createFrom().item(answer);
    }
}
