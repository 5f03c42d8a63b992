package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a delivery to its owner. */
public final class Portrait {
    private Portrait() {}

    /**
     * The delivery as it stands.
     *
     * @param live the last telemetry known, where it is newer than what the delivery itself knows
     */
    public static DeliveryView of(Delivery delivery, @Nullable DroneTelemetry live, Instant now) {
        Dossier file = delivery.dossier();
        Carriage carriage = delivery.carried().orElse(null);
        Position position = position(delivery, live).orElse(null);
        return new DeliveryView(
                file.deliveryId(),
                file.accountId(),
                delivery.status(),
                file.version(),
                delivery.attempt(),
                file.order(),
                file.requestedAt(),
                file.changedAt(),
                carriage == null ? null : carriage.assignment(),
                carriage == null ? null : carriage.price(),
                new Forecast(now).eta(delivery, position).orElse(null),
                position,
                reason(delivery),
                file.pin(),
                file.refusals());
    }

    /** The delivery as it stands, with what an idempotency key was used for. */
    public static KeyUse keyUse(Delivery delivery, String keyId, Instant now) {
        return new KeyUse(of(delivery, null, now), delivery.dossier().keyUses().get(keyId));
    }

    private static Optional<Position> position(Delivery delivery, @Nullable DroneTelemetry live) {
        if (!(delivery instanceof Carried carried)) {
            return Optional.empty();
        }
        return Optional.ofNullable(live)
                .filter(seen -> Rules.counts(carried, seen))
                .map(DroneTelemetry::position)
                .or(() -> lastKnown(carried.carriage().evidence()));
    }

    private static Optional<Position> lastKnown(Evidence evidence) {
        return evidence instanceof FlightEvidence flight && flight.progress().last() != null
                ? Optional.ofNullable(flight.progress().last().position())
                : Optional.empty();
    }

    private static @Nullable Reason reason(Delivery delivery) {
        return switch (delivery) {
            case Ended.Rejected rejected -> rejected.reason();
            case Ended.Failed failed -> failed.reason();
            case Ended.Returned returned -> returned.reason();
            case Delivery.Recovering recovering -> recovering.reason();
            case Delivery.Restarting restarting -> restarting.reason();
            case Delivery.Pending _, Carried _, Ended.Completed _, Ended.Cancelled _ -> null;
        };
    }
}
