package io.dronedelivery.gateway.mobile;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliverySearch.Place;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.gateway.mobile.OwnedDelivery.Reason;
import io.dronedelivery.gateway.mobile.Timeline.Step;
import io.dronedelivery.gateway.part.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery for a small screen.
 *
 * @param reference the customer's own
 * @param canCancel what can be done now, with <code>canChange</code> and <code>canConfirm</code>
 * @param position where it is, while it is under way
 * @param steps the statuses that it has come to; absent where the timeline could not be had
 * @param pin what to confirm the hand-over with, if a PIN was asked for
 * @param reason why it ended as it did, or what it is recovering from
 * @param tracking the path where it is followed live; absent, as <code>refreshAfterSeconds</code>, once it has ended
 * @param refreshAfterSeconds how soon to ask again
 * @param incomplete what is missing here and may be had later
 */
record MobileDelivery(
        String id,
        @Nullable String reference,
        String status,
        boolean ended,
        boolean canCancel,
        boolean canChange,
        boolean canConfirm,
        @Nullable Eta eta,
        @Nullable Position position,
        Place pickup,
        Place dropoff,
        @Nullable Carrier carrier,
        @Nullable List<Step> steps,
        @Nullable String pin,
        @Nullable Reason reason,
        @Nullable String tracking,
        @Nullable Integer refreshAfterSeconds,
        List<String> incomplete) {
    private static final String TIMELINE = "timeline";

    /** When it is expected; in nine of ten flights like this one it comes between <code>from</code> and <code>to</code>. */
    record Eta(Instant expected, Instant from, Instant to) {
        private static Eta of(DeliveryView.Eta eta) {
            return new Eta(eta.expected(), eta.ninety().from(), eta.ninety().to());
        }
    }

    /** Who carries it: by which means, and the drone's id or the carrier's name. */
    record Carrier(String means, String id) {
        private static Carrier of(OwnedDelivery.Assignment assignment) {
            return new Carrier(assignment.means(), assignment.carrier());
        }
    }

    static MobileDelivery of(OwnedDelivery delivery, Part<Timeline> timeline) {
        Possible possible = Possible.of(delivery);
        OwnedDelivery.Order order = delivery.order();
        return new MobileDelivery(
                delivery.deliveryId(),
                order.reference(),
                delivery.status(),
                possible.ended(),
                possible.cancel(),
                possible.change(),
                possible.confirm(),
                delivery.eta() == null ? null : Eta.of(delivery.eta()),
                delivery.position(),
                order.pickup(),
                order.dropoff(),
                delivery.assignment() == null ? null : Carrier.of(delivery.assignment()),
                timeline.map(Timeline::steps),
                delivery.pin(),
                delivery.reason(),
                possible.ended() ? null : tracking(delivery),
                possible.ended() ? null : possible.refreshAfterSeconds(),
                timeline.found() == null ? List.of(TIMELINE) : List.of());
    }

    private static String tracking(OwnedDelivery delivery) {
        return OwnerClient.DELIVERIES + "/" + delivery.deliveryId() + OwnerClient.TRACKING;
    }
}
