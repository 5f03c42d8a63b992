package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.DELIVERIES;
import static io.dronedelivery.contracts.InternalPaths.SEARCH;
import static io.dronedelivery.contracts.InternalPaths.SEARCHED_IDS_MAX;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For operators: how many deliveries are under way, and how many of them stand at once. */
@Path("/operations")
@RolesAllowed(Scope.OPERATOR)
class OperationsResource {
    private final Deliveries deliveries;
    private final InstantSource clock;

    OperationsResource(DeliveryDomain domain, InstantSource clock) {
        this.deliveries = domain.deliveries();
        this.clock = clock;
    }

    /**
     * @param underWay how many deliveries have not ended, by status
     */
    record Counts(Map<DeliveryStatus, Long> underWay) {}

    /** The body of a search; a delivery may be of any account. */
    record Query(@Size(min = 1, max = SEARCHED_IDS_MAX) List<String> deliveryIds) {}

    /** Those of the deliveries that there are. */
    record Answer(List<Standing> deliveries) {}

    /**
     * How a delivery stands.
     *
     * @param changedAt the time of its last event
     * @param reason why it ended as it did, or what it is recovering from
     */
    record Standing(
            String deliveryId,
            String accountId,
            DeliveryStatus status,
            Instant changedAt,
            @Nullable Reason reason) {
        private static Standing of(DeliveryView view) {
            return new Standing(view.deliveryId(), view.accountId(), view.status(), view.changedAt(), view.reason());
        }
    }

    @GET
    @Path("/counts")
    public Uni<Counts> counts() {
        return deliveries.underWay().map(found -> {
            Map<DeliveryStatus, Long> all = new EnumMap<>(DeliveryStatus.class);
            for (DeliveryStatus status : DeliveryStatus.values()) {
                if (!status.terminal()) {
                    all.put(status, found.getOrDefault(status, 0L));
                }
            }
            return new Counts(all);
        });
    }

    @POST
    @Path(DELIVERIES + SEARCH)
    public Uni<Answer> search(@Valid Query query) {
        return deliveries
                .findAll(Set.copyOf(query.deliveryIds()))
                .map(found -> new Answer(found.stream()
                        .map(delivery -> Standing.of(DeliveryViews.withoutPin(delivery, clock.instant())))
                        .toList()));
    }
}
