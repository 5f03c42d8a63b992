package io.dronedelivery.supervisor.watch;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Change;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Entry;
import io.dronedelivery.supervisor.watch.domain.WatchedDelivery;
import io.dronedelivery.supervisor.watch.domain.WatchedRequest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A watched delivery as a row, and what is new in it for the indexes of requests and alerts. */
final class WatchedRow {
    private WatchedRow() {}

    /** The parameters of a change. Of a delivery that was there, the last is the revision in which it was read. */
    static Tuple of(Change change) {
        WatchedDelivery after = change.after();
        return change.read() == null ? row(after, after.requests(), after.alerts()) : replacing(change.read(), after);
    }

    private static Tuple replacing(Entry read, WatchedDelivery delivery) {
        List<String> known = read.delivery().requests().stream()
                .map(WatchedRequest::requestId)
                .toList();
        List<WatchedRequest> added = delivery.requests().stream()
                .filter(request -> !known.contains(request.requestId()))
                .toList();
        List<Alert> changed = delivery.alerts().stream()
                .filter(alert -> !read.delivery().alerts().contains(alert))
                .toList();
        return row(delivery, added, changed).addInteger(read.revision());
    }

    private static Tuple row(WatchedDelivery delivery, List<WatchedRequest> requests, List<Alert> alerts) {
        return Tuple.tuple()
                .addString(delivery.deliveryId())
                .addOffsetDateTime(delivery.nextCheck().map(Rows::utc).orElse(null))
                .addInteger(delivery.unanswered().size())
                .addOffsetDateTime(oldest(delivery))
                .addJsonObject(Documents.json(delivery))
                .addArrayOfString(Rows.column(requests, String[]::new, WatchedRequest::requestId))
                .addArrayOfString(Rows.column(alerts, String[]::new, Alert::id))
                .addArrayOfString(
                        Rows.column(alerts, String[]::new, alert -> alert.kind().name()))
                .addArrayOfString(Rows.column(
                        alerts, String[]::new, alert -> alert.status().name()));
    }

    private static @Nullable OffsetDateTime oldest(WatchedDelivery delivery) {
        return delivery.unanswered().stream()
                .map(DeliveryRequest::requestedAt)
                .min(Instant::compareTo)
                .map(Rows::utc)
                .orElse(null);
    }
}
