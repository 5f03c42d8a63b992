package io.dronedelivery.delivery.owner;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Page;
import io.dronedelivery.contracts.delivery.DeliveryView.Timeline;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.decision.Deliveries.Search;
import io.dronedelivery.delivery.domain.decision.DeliverySummary;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import io.dronedelivery.delivery.domain.view.SharedTelemetry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deliveries as their owners see them, with the latest position of the drone, whichever instance has heard it. In a list,
 * the position is what this instance knows.
 */
@Singleton
class OwnerViews {
    private final Deliveries deliveries;
    private final LatestTelemetry latestTelemetry;
    private final SharedTelemetry shared;
    private final InstantSource clock;

    OwnerViews(Deliveries deliveries, LatestTelemetry latestTelemetry, SharedTelemetry shared, InstantSource clock) {
        this.deliveries = deliveries;
        this.latestTelemetry = latestTelemetry;
        this.shared = shared;
        this.clock = clock;
    }

    Uni<DeliveryView> view(String account, String deliveryId) {
        return owned(account, deliveryId).chain(delivery -> latest(delivery)
                .map(latest -> DeliveryViews.of(delivery, latest.orElse(null), clock.instant())));
    }

    Uni<Timeline> timeline(String account, String deliveryId) {
        return owned(account, deliveryId)
                .flatMap(_ -> deliveries.timeline(deliveryId, 0))
                .map(events -> new Timeline(deliveryId, events));
    }

    /** One more than fits is looked for, to know whether another page follows. */
    Uni<Page> page(Search search) {
        Search oneMore =
                new Search(search.accountId(), search.status(), search.reference(), search.after(), search.limit() + 1);
        return deliveries.page(oneMore).map(found -> {
            List<Delivery> fitting = found.stream().limit(search.limit()).toList();
            String next = found.size() > search.limit()
                    ? SearchParameters.cursor(DeliverySummary.of(fitting.getLast()))
                    : null;
            return new Page(fitting.stream().map(this::view).toList(), next);
        });
    }

    /** Fails with NOT_FOUND where the account has no such delivery, whether another has it or nobody. */
    Uni<Delivery> owned(String account, String deliveryId) {
        return deliveries
                .find(deliveryId)
                .map(known -> Problems.found(
                        known.filter(delivery ->
                                DeliverySummary.of(delivery).accountId().equals(account)),
                        "There is no such delivery of this account."));
    }

    /** Whether more may be known of where its drone is than at that position: cheap to ask, again and again. */
    boolean mayHaveMoved(DeliveryView seen) {
        return flies(seen)
                && latestTelemetry
                        .current(seen.deliveryId())
                        .map(latest -> !Objects.equals(latest.position(), seen.position()))
                        .orElse(true);
    }

    private static boolean flies(DeliveryView seen) {
        return seen.status() != DeliveryStatus.PENDING
                && seen.status() != DeliveryStatus.SCHEDULED
                && !seen.status().terminal();
    }

    private DeliveryView view(Delivery delivery) {
        return DeliveryViews.of(delivery, known(delivery).orElse(null), clock.instant());
    }

    private Optional<DroneTelemetry> known(Delivery delivery) {
        return latestTelemetry.latest(delivery.record().deliveryId());
    }

    private Uni<Optional<DroneTelemetry>> latest(Delivery delivery) {
        String deliveryId = delivery.record().deliveryId();
        Optional<DroneTelemetry> known = known(delivery);
        return flies(delivery) && latestTelemetry.current(deliveryId).isEmpty()
                ? shared.ask(deliveryId).map(offered -> Stream.concat(known.stream(), offered.stream())
                        .reduce(LatestTelemetry::later))
                : Uni.createFrom().item(known);
    }

    /** Whether a drone is under way with it, or to it: else there is nothing to be heard. */
    private static boolean flies(Delivery delivery) {
        return delivery instanceof Delivery.Assigned assigned
                && assigned.transport().assignment().means() == Means.DRONE
                && delivery.status() != DeliveryStatus.SCHEDULED;
    }
}
