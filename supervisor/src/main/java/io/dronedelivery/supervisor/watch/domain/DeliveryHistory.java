package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRequested;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a delivery from its order to its end. Its events may be read in any order: reading one again, or an
 * older after a newer, changes nothing.
 *
 * @param owner the account whose delivery it is, once that is known
 * @param ordered whether somebody ordered it; a change alone may be of a delivery that nobody has ordered
 * @param begunBy the request that began it
 * @param created the event by which it was scheduled first
 * @param last the latest event
 * @param end the event by which it is known to have ended
 */
public record DeliveryHistory(
        @Nullable String owner,
        boolean ordered,
        @Nullable String begunBy,
        @Nullable String created,
        @Nullable EventSummary last,
        @Nullable EventSummary end) {
    private static final Set<DeliveryStatus> PARCEL_ARRIVED =
            EnumSet.of(DeliveryStatus.COMPLETED, DeliveryStatus.RETURNED);
    static final DeliveryHistory NONE = new DeliveryHistory(null, false, null, null, null, null);

    /**
     * An event of a delivery, in brief.
     *
     * @param what its type and id
     */
    public record EventSummary(String what, long version, int attempt, DeliveryStatus status, Instant at) {

        static EventSummary of(DeliveryEvent event) {
            DeliveryEvent.Header header = event.header();
            return new EventSummary(name(event), header.version(), header.attempt(), header.status(), header.at());
        }

        static String name(DeliveryEvent event) {
            return event.getClass().getSimpleName() + " " + event.eventId();
        }
    }

    DeliveryHistory wasOrdered() {
        return new DeliveryHistory(owner, true, begunBy, created, last, end);
    }

    DeliveryHistory with(DeliveryEvent event) {
        EventSummary summary = EventSummary.of(event);
        return new DeliveryHistory(
                event.header().accountId(),
                ordered,
                event instanceof DeliveryRequested requested ? requested.requestId() : begunBy,
                event instanceof DeliveryCreated ? summary.what() : created,
                last == null || last.version() < summary.version() ? summary : last,
                end == null && summary.status().terminal() ? summary : end);
    }

    /** Delivery itself shows it so, though its events may not have been read yet. */
    DeliveryHistory with(DeliverySnapshot.Known seen) {
        EventSummary summary =
                new EventSummary("seen at delivery", seen.version(), seen.attempt(), seen.status(), seen.changedAt());
        return new DeliveryHistory(
                seen.accountId(),
                ordered,
                begunBy,
                created,
                last,
                end == null && seen.status().terminal() ? summary : end);
    }

    public boolean hasEnded() {
        return end != null;
    }

    Optional<String> endedBy() {
        return Optional.ofNullable(end).map(EventSummary::what);
    }

    /** The event that ended it, if its recipient or its sender has the parcel. */
    Optional<String> parcelArrivedBy() {
        return Optional.ofNullable(end)
                .filter(event -> PARCEL_ARRIVED.contains(event.status()))
                .map(EventSummary::what);
    }

    boolean belongsToAnother(String accountId) {
        return owner != null && !owner.equals(accountId);
    }
}
