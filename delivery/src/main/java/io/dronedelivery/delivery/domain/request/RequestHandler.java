package io.dronedelivery.delivery.domain.request;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.lifecycle.ProofOfDelivery;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Takes the requests of customers, from the topic or from the scheduler, whichever comes first, and their confirmations. */
public class RequestHandler {
    private static final int PINS = 10_000; // four digits

    private final Deliveries deliveries;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final EarlyChanges earlyChanges = new EarlyChanges();

    public RequestHandler(Deliveries deliveries, InstantSource clock, RandomGenerator random) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.random = random;
    }

    /** A request was read from the topic: what begins or ends a delivery is decided at once. */
    public Uni<Void> receive(DeliveryRequest request) {
        if (request instanceof RescheduleDelivery && request.keyId() == null) {
            return Uni.createFrom().voidItem(); // decided when the scheduler opens it
        }
        String pin = pin(request);
        return deliveries
                .update(request.deliveryId(), known -> new Decision<>(rules(pin).receive(known, request), true))
                .replaceWithVoid();
    }

    /** The scheduler begins to carry the request out. Empty: the delivery is not known yet, so ask again. */
    public Uni<Optional<Opening>> open(DeliveryRequest request) {
        String pin = pin(request);
        return deliveries
                .update(request.deliveryId(), known -> rules(pin).open(known, request))
                .map(answer -> answer.or(() -> earlyChanges.open(request.requestId(), clock.instant())));
    }

    /** The delivery's owner confirms the hand-over. */
    public Uni<Outcome<DeliveryStatus>> confirm(String deliveryId, String accountId, ProofOfDelivery proof) {
        return deliveries.update(
                deliveryId, known -> new ConfirmationRules(clock.instant()).confirm(known, accountId, proof));
    }

    private RequestRules rules(@Nullable String pin) {
        return new RequestRules(pin, clock.instant());
    }

    private @Nullable String pin(DeliveryRequest request) {
        return request instanceof ScheduleDelivery schedule && schedule.order().confirmation() == Confirmation.PIN
                ? String.format("%04d", random.nextInt(PINS))
                : null;
    }
}
