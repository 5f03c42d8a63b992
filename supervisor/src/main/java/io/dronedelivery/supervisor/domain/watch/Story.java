package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRequested;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of a delivery, in whatever order: hearing it again, or an older event after a newer, changes nothing.
 *
 * @param owner whose it is, once that is known
 * @param ordered whether somebody asked for it to be carried out; a change alone is for what nobody may have ordered
 * @param begunBy the request that began it
 * @param created the event by which it was scheduled first
 * @param last the latest event
 * @param end the event by which it is known to have ended
 */
public record Story(
        @Nullable String owner,
        boolean ordered,
        @Nullable String begunBy,
        @Nullable String created,
        @Nullable Heard last,
        @Nullable Heard end) {
    private static final Set<DeliveryStatus> BROUGHT = EnumSet.of(DeliveryStatus.COMPLETED, DeliveryStatus.RETURNED);
    static final Story NONE = new Story(null, false, null, null, null, null);

    Story wasOrdered() {
        return new Story(owner, true, begunBy, created, last, end);
    }

    Story hear(DeliveryEvent event) {
        Heard heard = Heard.of(event);
        return new Story(
                event.header().accountId(),
                ordered,
                event instanceof DeliveryRequested requested ? requested.requestId() : begunBy,
                event instanceof DeliveryCreated ? heard.what() : created,
                last == null || last.version() < heard.version() ? heard : last,
                end == null && heard.status().terminal() ? heard : end);
    }

    /** Delivery itself says so, whose events may not have been read yet. */
    Story seen(Sight.Known seen) {
        Heard sight = new Heard("seen at delivery", seen.version(), seen.attempt(), seen.status(), seen.changedAt());
        return new Story(
                seen.accountId(),
                ordered,
                begunBy,
                created,
                last,
                end == null && seen.status().terminal() ? sight : end);
    }

    boolean hasEnded() {
        return end != null;
    }

    /** What ended it. */
    Optional<String> ended() {
        return Optional.ofNullable(end).map(Heard::what);
    }

    /** What ended it, where with that somebody has the parcel who should have it. */
    Optional<String> broughtHome() {
        return Optional.ofNullable(end)
                .filter(by -> BROUGHT.contains(by.status()))
                .map(Heard::what);
    }

    boolean isStranger(String accountId) {
        return owner != null && !owner.equals(accountId);
    }
}
