package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store of watched deliveries. */
public interface WatchedDeliveries {
    /**
     * A delivery as it was read.
     *
     * @param revision counts its changes; a change is stored only if nobody else has changed it since
     */
    record Entry(WatchedDelivery delivery, int revision) {}

    /**
     * An alert in the list of all.
     *
     * @param number its place in the order in which they were raised
     */
    record Numbered(Alert alert, long number) {}

    /**
     * Which alerts are asked for: the newest first, with a lower number than given.
     *
     * @param limit how many at most
     */
    record Search(Optional<Status> status, Optional<Kind> kind, long before, int limit) {}

    /**
     * How much is watched.
     *
     * @param unanswered how many requests have no answer
     * @param oldest when the oldest of them was accepted
     * @param open how many alerts are open, by kind; a kind without any may be absent
     */
    record Counts(long unanswered, Optional<Instant> oldest, Map<Kind, Long> open) {}

    /**
     * A delivery to be stored.
     *
     * @param read as it was read; null for one that was not watched
     */
    record Change(@Nullable Entry read, WatchedDelivery after) {}

    /** Those of these deliveries that are watched. */
    Uni<List<Entry>> find(Set<String> deliveryIds);

    /** The delivery that a request is for. */
    Uni<Optional<Entry>> ofRequest(String requestId);

    /** The delivery that an alert is about. */
    Uni<Optional<Entry>> ofAlert(String alertId);

    /**
     * Stores changes, each of another delivery.
     *
     * @return the ids of the deliveries that were not stored, since somebody else has stored them since they were read
     */
    Uni<Set<String>> store(List<Change> changes);

    /**
     * Stores a delivery and publishes the requests, both or neither.
     *
     * @return false, and nothing is done, if it was changed since it was read
     */
    Uni<Boolean> replace(Entry read, WatchedDelivery delivery, List<DeliveryRequest> requests);

    /** Takes deliveries that are due, at most limit. Nobody else gets them before the lease ends. */
    Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit);

    Uni<List<Numbered>> alerts(Search search);

    Uni<Counts> counts();
}
