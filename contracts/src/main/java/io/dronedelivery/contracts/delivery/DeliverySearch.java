package io.dronedelivery.contracts.delivery;

import io.dronedelivery.contracts.InternalPaths;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many deliveries at once, each in short: <code>POST /deliveries/search</code>. */
public final class DeliverySearch {
    private DeliverySearch() {}

    /**
     * The body.
     *
     * @param accountId whose deliveries they are; another account's are not there
     */
    public record Query(
            String accountId,

            @Size(min = 1, max = InternalPaths.SEARCHED_IDS_MAX)
            List<String> deliveryIds) {}

    /** The answer: those that there are, in the order of their ids. */
    public record Answer(List<Found> deliveries) {}

    /**
     * A delivery that was found: without its PIN, and without anybody's name and number.
     *
     * @param reference the customer's own
     * @param endedAt when it ended; absent while it goes on
     * @param means what carries or carried it; absent, as the carrier, where it was never scheduled
     * @param carrier the drone's id, or the carrier's name
     */
    public record Found(
            String deliveryId,
            DeliveryStatus status,
            @Nullable String reference,
            Instant requestedAt,
            @Nullable Instant endedAt,
            Place pickup,
            Place dropoff,
            @Nullable Means means,
            @Nullable String carrier) {}

    /** One end of the way. */
    public record Place(Position location, @Nullable String address) {}
}
