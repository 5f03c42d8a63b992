package io.dronedelivery.chassis.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Remembers what was consumed: the idempotent consumer. */
@Singleton
public class Inbox {

    /** Whether the message comes for the first time; remembered in the caller's transaction, with the caller's work. */
    public Uni<Boolean> first(SqlConnection transaction, String messageId) {
        return transaction
                .preparedQuery("insert into inbox (message_id) values ($1) on conflict do nothing")
                .execute(Tuple.of(messageId))
                .map(inserted -> inserted.rowCount() == 1);
    }
}
