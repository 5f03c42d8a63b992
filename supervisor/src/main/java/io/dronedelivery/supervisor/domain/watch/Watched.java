package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where what is watched is kept. */
public interface Watched {
    /**
     * A course as it was read.
     *
     * @param revision counts its changes: what was read before another's change can't be stored any more
     */
    record Entry(Course course, int revision) {}

    /**
     * An alert among all.
     *
     * @param number when it was raised, among all
     */
    record Numbered(Alert alert, long number) {}

    /**
     * Which alerts are asked for: the newest first, from before that number on.
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
    record Census(long unanswered, Optional<Instant> oldest, Map<Kind, Long> open) {}

    Uni<Optional<Entry>> find(String deliveryId);

    /** The delivery that a request is for. */
    Uni<Optional<Entry>> ofRequest(String requestId);

    /** The delivery that an alert is about. */
    Uni<Optional<Entry>> ofAlert(String alertId);

    /** Keeps a new one; false where the delivery is watched already. */
    Uni<Boolean> add(Course course);

    /**
     * Keeps a course as it is now, and publishes the requests, both or neither.
     *
     * @return false, and nothing done, where it was changed since it was read
     */
    Uni<Boolean> replace(Entry read, Course course, List<DeliveryRequest> requests);

    /** Up to so many that are due; nobody else gets them before the lease ends. */
    Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit);

    Uni<List<Numbered>> alerts(Search search);

    Uni<Census> census();
}
