package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a delivery to its owner. */
public final class Portrait {
    private Portrait() {}

    /**
     * The delivery as it stands.
     *
     * @param live where its drone was last seen, where that is known better than the delivery itself does
     */
    public static DeliveryView of(Delivery delivery, @Nullable Position live, Instant now) {
        Dossier file = delivery.dossier();
        Carriage carriage = carriage(delivery);
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

    /** When the parcel is expected, with its drone seen there. */
    public static Optional<Eta> eta(Delivery delivery, Position live, Instant now) {
        return new Forecast(now).eta(delivery, live);
    }

    private static Optional<Position> position(Delivery delivery, @Nullable Position live) {
        if (!(delivery instanceof Carried carried)) {
            return Optional.empty();
        }
        return Optional.ofNullable(live).or(() -> switch (carried.carriage().evidence()) {
            case FlightEvidence flight ->
                Optional.ofNullable(flight.last()).flatMap(last -> Optional.ofNullable(last.position()));
            case ShipmentEvidence _ -> Optional.empty();
        });
    }

    private static @Nullable Carriage carriage(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Pending _ -> null;
            case Carried carried -> carried.carriage();
            case Delivery.Completed completed -> completed.carriage();
            case Delivery.Cancelled cancelled -> cancelled.carriage();
            case Delivery.Rejected rejected -> rejected.carriage();
            case Delivery.Failed failed -> failed.carriage();
        };
    }

    private static @Nullable Reason reason(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Rejected rejected -> rejected.reason();
            case Delivery.Failed failed -> failed.reason();
            case Delivery.Recovering recovering -> recovering.reason();
            case Delivery.Pending _, Carried _, Delivery.Completed _, Delivery.Cancelled _ -> null;
        };
    }
}
