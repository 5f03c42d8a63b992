package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Hears what customers ask for: first from the topic or from the scheduler, whichever is quicker. */
public class Requests {
    private static final int PINS = 10_000; // four digits

    private final Deliveries deliveries;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Overtaking overtaking = new Overtaking();

    public Requests(Deliveries deliveries, InstantSource clock, RandomGenerator random) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.random = random;
    }

    /** A request was seen on the topic: what begins or ends a delivery is decided at once. */
    public Uni<Void> see(DeliveryRequest request) {
        if (request instanceof RescheduleDelivery && request.keyId() == null) {
            return Uni.createFrom().voidItem(); // decided when it is opened
        }
        String pin = pin(request);
        return deliveries
                .change(
                        request.deliveryId(),
                        known -> new Decision<>(Rules.decide(known, request, pin, clock.instant()), true))
                .replaceWithVoid();
    }

    /** The scheduler begins to carry it out. Empty: the delivery is not known yet, so ask again. */
    public Uni<Optional<Opening>> open(DeliveryRequest request) {
        String pin = pin(request);
        return deliveries
                .change(request.deliveryId(), known -> Rules.open(known, request, pin, clock.instant()))
                .map(answer -> answer.or(() -> overtaking.open(request.requestId(), clock.instant())));
    }

    private @Nullable String pin(DeliveryRequest request) {
        return request instanceof ScheduleDelivery schedule && schedule.order().confirmation() == Confirmation.PIN
                ? String.format("%04d", random.nextInt(PINS))
                : null;
    }
}
