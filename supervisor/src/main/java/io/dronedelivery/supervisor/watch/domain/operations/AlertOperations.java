package io.dronedelivery.supervisor.watch.domain.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.shared.domain.Page;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.supervisor.watch.domain.Alert.Act;
import io.dronedelivery.supervisor.watch.domain.Alert.ActKind;
import io.dronedelivery.supervisor.watch.domain.DeliveryHistory.EventSummary;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Entry;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Numbered;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Search;
import io.dronedelivery.supervisor.watch.domain.WatchedDelivery;
import io.dronedelivery.supervisor.watch.domain.WatchedRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows operators the alerts and requests, and does what they ask for. */
public final class AlertOperations {
    private final WatchedDeliveries deliveries;
    private final InstantSource clock;

    public AlertOperations(WatchedDeliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The result of an operator's act. */
    public sealed interface ActResult {}

    public record Done(Alert alert) implements ActResult {}

    /** It can't be done: why, and what can be. */
    public record NotPossible(String why) implements ActResult {}

    public record Unknown() implements ActResult {}

    /**
     * How a request stands.
     *
     * @param heardAt when the watch first read it
     * @param request what was asked for, while it is not answered
     * @param lastEvent the latest event of its delivery
     * @param alerts what was raised about its delivery
     */
    public record Report(
            String requestId,
            String deliveryId,
            Instant heardAt,
            @Nullable DeliveryRequest request,
            @JsonProperty("standing") WatchedRequest.State state,
            @Nullable EventSummary lastEvent,
            List<Alert> alerts) {
        private static Report of(WatchedDelivery delivery, WatchedRequest request) {
            return new Report(
                    request.requestId(),
                    delivery.deliveryId(),
                    request.heardAt(),
                    request.request(),
                    request.state(),
                    delivery.history().last(),
                    delivery.alerts());
        }
    }

    public Uni<Page<Alert>> list(Search search) {
        int limit = search.limit();
        return deliveries
                .alerts(new Search(search.status(), search.kind(), search.before(), limit + 1))
                .map(found -> Page.of(found, limit, Numbered::number).map(Numbered::alert));
    }

    public Uni<Optional<Alert>> find(String alertId) {
        return deliveries
                .ofAlert(alertId)
                .map(found -> found.flatMap(entry -> entry.delivery().alert(alertId)));
    }

    public Uni<Optional<Report>> request(String requestId) {
        return deliveries.ofRequest(requestId).map(found -> found.map(Entry::delivery)
                .flatMap(delivery -> delivery.request(requestId).map(request -> Report.of(delivery, request))));
    }

    /** Publishes an unanswered request again; has an overdue flight interrupted at the next check. */
    public Uni<ActResult> redrive(String alertId, String operator, @Nullable String note) {
        return act(alertId, new Act(ActKind.REDRIVE, operator, clock.instant(), note));
    }

    /** A person has settled it, as the note says. */
    public Uni<ActResult> resolve(String alertId, String operator, String note) {
        return act(alertId, new Act(ActKind.RESOLVE, operator, clock.instant(), note));
    }

    private Uni<ActResult> act(String alertId, Act act) {
        return deliveries.ofAlert(alertId).chain(found -> found.map(entry -> act(entry, alertId, act))
                .orElse(Uni.createFrom().item(new Unknown())));
    }

    private Uni<ActResult> act(Entry entry, String alertId, Act act) {
        Alert alert = entry.delivery().alert(alertId).orElseThrow();
        return switch (ActOnAlert.of(entry.delivery(), alert, act)) {
            case ActOnAlert.Refused(String why) -> Uni.createFrom().item(new NotPossible(why));
            case ActOnAlert.Accepted(WatchedDelivery after, List<DeliveryRequest> publishAgain) ->
                deliveries
                        .replace(entry, after, publishAgain)
                        .chain(stored -> stored
                                ? Uni.createFrom()
                                        .item(new Done(after.alert(alertId).orElseThrow()))
                                : act(alertId, act));
        };
    }
}
