package io.dronedelivery.delivery.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deliveries as they were last read or written here, each with its revision: one that has not changed since need not be read
 * and parsed again. Those that are asked for the least are forgotten when there are too many.
 */
@Singleton
class KnownDeliveries {
    /** Of all their documents: by estimate 10,000 deliveries, which take twice as many bytes of the heap. */
    private static final long CHARACTERS_MAX = 20_000_000;

    private static final long NONE = -1;

    private record Known(long revision, Delivery delivery, int characters) {}

    private final Cache<String, Known> deliveries = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_MAX)
            .weigher((String _, Known known) -> known.characters())
            .build();

    /** Some deliveries as they are known now, whatever is forgotten or learnt meanwhile. */
    final class Snapshot {
        private final String[] ids;
        private final Map<String, Known> known;

        private Snapshot(Set<String> deliveryIds) {
            this.ids = deliveryIds.toArray(String[]::new);
            this.known = deliveries.getAllPresent(deliveryIds);
        }

        String[] ids() {
            return ids;
        }

        /** The revision in which each is known; one that no delivery has where it is not. */
        Long[] revisions() {
            return Stream.of(ids)
                    .map(known::get)
                    .map(found -> found == null ? NONE : found.revision())
                    .toArray(Long[]::new);
        }

        /** The delivery of a row, which has a document unless its revision is the one that is known. */
        Delivery read(Row row) {
            String id = row.getString("delivery_id");
            String document = row.getString("document");
            return document == null
                    ? Objects.requireNonNull(known.get(id)).delivery()
                    : learn(id, new Known(row.getLong("revision"), PgDeliveries.delivery(row), document.length()));
        }
    }

    Snapshot of(Set<String> deliveryIds) {
        return new Snapshot(deliveryIds);
    }

    /** What was written, with what was written of it. */
    void add(Delivery delivery, PgUpdates.OfRevision written) {
        learn(
                written.summary().deliveryId(),
                new Known(written.revision() + 1, delivery, written.document().length()));
    }

    private Delivery learn(String deliveryId, Known known) {
        deliveries.put(deliveryId, known);
        return known.delivery();
    }
}
