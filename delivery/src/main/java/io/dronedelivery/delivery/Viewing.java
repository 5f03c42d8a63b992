package io.dronedelivery.delivery;

import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Page;
import io.dronedelivery.contracts.delivery.DeliveryView.Timeline;
import io.dronedelivery.delivery.domain.Deliveries;
import io.dronedelivery.delivery.domain.Deliveries.Search;
import io.dronedelivery.delivery.domain.Delivery;
import io.dronedelivery.delivery.domain.Portrait;
import io.dronedelivery.delivery.domain.Summary;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Shows deliveries to their owners, with where their drones are just now. */
@Singleton
class Viewing {
    private final Deliveries deliveries;
    private final Tracks tracks;
    private final InstantSource clock;

    Viewing(Deliveries deliveries, Tracks tracks, InstantSource clock) {
        this.deliveries = deliveries;
        this.tracks = tracks;
        this.clock = clock;
    }

    Uni<DeliveryView> view(String account, String deliveryId) {
        return owned(account, deliveryId).map(this::portrait);
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
            String next = found.size() > search.limit() ? Query.cursor(Summary.of(fitting.getLast())) : null;
            return new Page(fitting.stream().map(this::portrait).toList(), next);
        });
    }

    /** Fails with NOT_FOUND where the account has no such delivery. */
    Uni<Delivery> owned(String account, String deliveryId) {
        return deliveries.find(deliveryId).map(known -> known.filter(
                        delivery -> Summary.of(delivery).accountId().equals(account))
                .orElseThrow(DeliveryResource::notFound));
    }

    DeliveryView portrait(Delivery delivery) {
        return Portrait.of(
                delivery, tracks.latest(Summary.of(delivery).deliveryId()).orElse(null), clock.instant());
    }
}
