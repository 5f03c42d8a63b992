package io.dronedelivery.contracts.ingestion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants carried.
 *
 * @param pickup where the parcel is
 * @param dropoff where it is to go
 * @param readyAt from when on it can be picked up
 * @param deadline until when it must be delivered
 * @param parcel the parcel; <code>package</code> on the wire
 * @param expedited whether it goes before others, at a higher price
 * @param confirmation the proof of delivery that is asked for
 * @param reference the customer's own reference
 */
public record DeliveryOrder(
        Stop pickup,
        Stop dropoff,
        Instant readyAt,
        Instant deadline,
        @JsonProperty("package") Parcel parcel,
        boolean expedited,
        Confirmation confirmation,
        @Nullable String reference) {

    /** One end of the way. */
    public record Stop(
            Position location,
            @Nullable String address,
            @Nullable Contact contact,
            @Nullable String instructions) {

        private Stop withoutContact() {
            return new Stop(location, address, null, instructions);
        }
    }

    /** Who to turn to at a stop. */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    /** The proof of delivery. */
    public enum Confirmation {
        NONE,
        PIN,
        PICTURE,
        SIGNATURE
    }

    /** This order as everybody may read it, who is not told whom to turn to. */
    public DeliveryOrder withoutContacts() {
        return new DeliveryOrder(
                pickup.withoutContact(),
                dropoff.withoutContact(),
                readyAt,
                deadline,
                parcel,
                expedited,
                confirmation,
                reference);
    }

    /** This order with what the customer changed. */
    public DeliveryOrder with(DeliveryChange change) {
        return new DeliveryOrder(
                pickup,
                change.dropoff() == null ? dropoff : change.dropoff(),
                change.readyAt() == null ? readyAt : change.readyAt(),
                change.deadline() == null ? deadline : change.deadline(),
                parcel,
                expedited,
                confirmation,
                reference);
    }
}
