package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.supervisor.domain.compensation.Workflow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** The compensations of a delivery, to be shown beside its alerts. */
@Singleton
class DeliveryWorkflows {
    private static final String OF =
            "select document from workflow where delivery_id = $1 order by attempt desc limit 20";

    private final Transactions transactions;

    DeliveryWorkflows(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The latest of them, the newest first. */
    Uni<List<Workflow>> of(String deliveryId) {
        return transactions.query(OF, Tuple.of(deliveryId)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Documents.read(row, "document", Workflow.class))
                .toList());
    }
}
