package io.dronedelivery.drone.mission;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Advisory locks, held to the end of the transaction. A transaction that writes to <code>drones</code> shares the lock of
 * the fleet; one that excludes all others has it alone. The fleet is locked before any delivery, against deadlocks.
 */
public final class Locks {
    private static final String FLEET = "select from pg_advisory_xact_lock_shared(1, 0)";
    private static final String FLEET_ALONE = "select from pg_advisory_xact_lock(1, 0)";
    private static final String FLEET_AND_DELIVERY =
            "select pg_advisory_xact_lock_shared(1, 0)::text, pg_advisory_xact_lock(hashtextextended($1, 0))::text";
    private static final String DELIVERY = "select from pg_advisory_xact_lock(hashtextextended($1, 0))";

    private Locks() {}

    public static Uni<Void> shareFleet(SqlConnection transaction) {
        return transaction.preparedQuery(FLEET).execute().replaceWithVoid();
    }

    /** The same, and has the lock of the delivery alone. */
    public static Uni<Void> shareFleet(SqlConnection transaction, String deliveryId) {
        return transaction
                .preparedQuery(FLEET_AND_DELIVERY)
                .execute(Tuple.of(deliveryId))
                .replaceWithVoid();
    }

    /** No other transaction writes to the fleet, or changes the delivery. */
    public static Uni<Void> haveFleetAlone(SqlConnection transaction, String deliveryId) {
        return transaction
                .preparedQuery(FLEET_ALONE)
                .execute()
                .chain(() -> transaction.preparedQuery(DELIVERY).execute(Tuple.of(deliveryId)))
                .replaceWithVoid();
    }
}
