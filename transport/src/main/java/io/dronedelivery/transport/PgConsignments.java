package io.dronedelivery.transport;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.transport.domain.Consignment;
import io.dronedelivery.transport.domain.ConsignmentStep;
import io.dronedelivery.transport.domain.Consignments;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Consignments as documents in PostgreSQL, one row per delivery; the row is the lock of its delivery. */
@Singleton
class PgConsignments implements Consignments {
    private static final String FIND = "select document from consignment where delivery_id = $1";
    private static final String LOCK = FIND + " for update";
    private static final String INSERT =
            "insert into consignment (delivery_id, holding, document) values ($1, $2, $3) on conflict do nothing";
    private static final String UPDATE = "update consignment set holding = $2, document = $3 where delivery_id = $1";

    private final Transactions transactions;
    private final Outbox outbox;

    PgConsignments(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<Consignment> find(String deliveryId) {
        return transactions
                .run(tx -> select(tx, FIND, deliveryId))
                .map(found -> found.orElse(Consignment.of(deliveryId)));
    }

    @Override
    public <T> Uni<T> change(String deliveryId, Function<Consignment, ConsignmentStep<T>> change) {
        return transactions.run(tx -> change(tx, deliveryId, change));
    }

    private <T> Uni<T> change(SqlConnection tx, String deliveryId, Function<Consignment, ConsignmentStep<T>> change) {
        return select(tx, LOCK, deliveryId).chain(found -> {
            Consignment before = found.orElse(Consignment.of(deliveryId));
            ConsignmentStep<T> step = change.apply(before);
            if (step.consignment().equals(before)) {
                return Uni.createFrom().item(step.answer());
            }
            return write(tx, found.isPresent() ? UPDATE : INSERT, step.consignment())
                    // Not written: another transaction has inserted the row meanwhile.
                    .chain(written ->
                            written ? publish(tx, step).replaceWith(step.answer()) : change(tx, deliveryId, change));
        });
    }

    private static Uni<Optional<Consignment>> select(SqlConnection tx, String query, String deliveryId) {
        return tx.preparedQuery(query)
                .execute(Tuple.of(deliveryId))
                .map(rows -> Rows.first(rows, row -> Documents.read(row, "document", Consignment.class)));
    }

    private static Uni<Boolean> write(SqlConnection tx, String statement, Consignment consignment) {
        return tx.preparedQuery(statement)
                .execute(Tuple.of(
                        consignment.deliveryId(), consignment.holding().orElse(null), Documents.json(consignment)))
                .map(written -> written.rowCount() == 1);
    }

    private Uni<Void> publish(SqlConnection tx, ConsignmentStep<?> step) {
        return outbox.append(
                tx, step.progress().stream().map(PgConsignments::outgoing).toList());
    }

    private static Outgoing outgoing(ShipmentProgress progress) {
        return new Outgoing(Topic.TRANSPORT_TRACKING, progress.deliveryId(), progress.progressId(), progress);
    }
}
