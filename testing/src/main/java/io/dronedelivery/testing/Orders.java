package io.dronedelivery.testing;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import java.time.Duration;
import java.time.Instant;

/** Orders to test with. */
public final class Orders {
    public static final Position PICKUP = new Position(47.3769, 8.5417);
    public static final Position DROPOFF = new Position(47.3901, 8.5157);
    public static final int WEIGHT_GRAMS = 900;
    private static final Duration TIME_TO_DELIVER = Duration.ofHours(2);

    private Orders() {}

    /** An order that any fleet can fly: 900 g over 2.5 km within two hours. */
    public static DeliveryOrder order(Instant readyAt) {
        return order(readyAt, WEIGHT_GRAMS, Confirmation.NONE);
    }

    public static DeliveryOrder order(Instant readyAt, int weightGrams, Confirmation confirmation) {
        return new DeliveryOrder(
                stop(PICKUP),
                stop(DROPOFF),
                readyAt,
                readyAt.plus(TIME_TO_DELIVER),
                new Parcel(Parcel.Size.SMALL, weightGrams, null),
                false,
                confirmation,
                null);
    }

    public static Stop stop(Position location) {
        return new Stop(location, null, null, null);
    }

    /** A request to carry that order out. */
    public static ScheduleDelivery schedule(String deliveryId, String accountId, Instant now) {
        return new ScheduleDelivery("request-" + deliveryId, deliveryId, accountId, now, order(now));
    }
}
