package io.dronedelivery.delivery.domain.view;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.delivery.domain.evidence.Evidence;
import io.dronedelivery.delivery.domain.evidence.FlightEvidence;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Pending;
import io.dronedelivery.delivery.domain.lifecycle.Recovering;
import io.dronedelivery.delivery.domain.lifecycle.Restarting;
import io.dronedelivery.delivery.domain.lifecycle.Transport;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the views of a delivery that its owner and other services are shown. */
public final class DeliveryViews {
    private DeliveryViews() {}

    /**
     * The delivery as it stands, for its owner.
     *
     * @param live the last telemetry of its drone, where it is newer than the evidence
     */
    public static DeliveryView of(Delivery delivery, @Nullable DroneTelemetry live, Instant now) {
        return of(delivery, live, delivery.record().pin(), now);
    }

    /** The delivery as it stands, for anybody but its owner: without the PIN. */
    public static DeliveryView withoutPin(Delivery delivery, Instant now) {
        return of(delivery, null, null, now);
    }

    private static DeliveryView of(
            Delivery delivery, @Nullable DroneTelemetry live, @Nullable String pin, Instant now) {
        DeliveryRecord record = delivery.record();
        Transport transport = delivery.currentTransport().orElse(null);
        Position position = position(delivery, live).orElse(null);
        return new DeliveryView(
                record.deliveryId(),
                record.accountId(),
                delivery.status(),
                record.version(),
                delivery.attempt(),
                record.order(),
                record.requestedAt(),
                record.changedAt(),
                transport == null ? null : transport.assignment(),
                transport == null ? null : transport.price(),
                new Forecast(now).eta(delivery, position).orElse(null),
                position,
                reason(delivery),
                pin,
                record.refusals());
    }

    /** The delivery as it stands, with the request that an idempotency key was used for. */
    public static KeyUse keyUse(Delivery delivery, String keyId, Instant now) {
        return new KeyUse(withoutPin(delivery, now), delivery.record().keyUses().get(keyId));
    }

    private static Optional<Position> position(Delivery delivery, @Nullable DroneTelemetry live) {
        if (!(delivery instanceof Delivery.Assigned assigned)) {
            return Optional.empty();
        }
        return Optional.ofNullable(live)
                .filter(assigned::countsAsEvidence)
                .map(DroneTelemetry::position)
                .or(() -> lastKnown(assigned.transport().evidence()));
    }

    private static Optional<Position> lastKnown(Evidence evidence) {
        return evidence instanceof FlightEvidence flight && flight.progress().checkpoint() != null
                ? Optional.ofNullable(flight.progress().checkpoint().position())
                : Optional.empty();
    }

    private static @Nullable Reason reason(Delivery delivery) {
        return switch (delivery) {
            case Ended ended -> ended.reason();
            case Recovering recovering -> recovering.reason();
            case Restarting restarting -> restarting.reason();
            case Pending _, Delivery.UnderWay _ -> null;
        };
    }
}
