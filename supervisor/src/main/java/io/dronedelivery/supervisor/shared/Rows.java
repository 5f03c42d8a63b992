package io.dronedelivery.supervisor.shared;

import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the stores read from rows and write into them. */
public final class Rows {
    private Rows() {}

    public static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    public static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return stream(rows).map(read).toList();
    }

    public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
        return stream(rows).findFirst().map(read);
    }

    /** As a parameter for a <code>timestamptz</code> column. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The requests as messages for the outbox. */
    public static List<Outgoing> outgoing(List<? extends DeliveryRequest> requests) {
        return requests.stream()
                .map(request ->
                        new Outgoing(Topic.DELIVERY_REQUESTS, request.deliveryId(), request.requestId(), request))
                .toList();
    }
}
