package io.dronedelivery.drone.mission;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Advisory locks, held to the end of the transaction. */
public final class Locks {
    private static final String DELIVERY = "select from pg_advisory_xact_lock(hashtextextended($1, 0))";

    private Locks() {}

    /** No other transaction changes the delivery's missions meanwhile. */
    public static Uni<Void> delivery(SqlConnection transaction, String deliveryId) {
        return transaction.preparedQuery(DELIVERY).execute(Tuple.of(deliveryId)).replaceWithVoid();
    }
}
