package io.dronedelivery.drone.mission;

import io.dronedelivery.chassis.batch.Batcher;
import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.GroupCommit;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.chassis.tracing.TraceContext;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.MissionStep;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Missions as documents in PostgreSQL, one row per delivery. A change locks its delivery. */
@Singleton
public class PgMissions implements MissionStore {
    private static final String FIND = "select document from missions where delivery_id = $1";

    private static final String OF_DRONE = """
            select delivery_id from drones where drone_id = $1 and delivery_id is not null
            union select delivery_id from withdrawals where drone_id = $1
            order by 1
            """;

    private static final int TRANSACTIONS_MAX = 2;
    private static final int CHANGES_MAX = 16; // each holds what it has locked until the last is done

    private final Transactions transactions;
    private final Outbox outbox;
    private final Batcher<Wanted, List<FlightStopped>> group;

    PgMissions(Vertx vertx, Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.group = GroupCommit.oneByOne(vertx, transactions, TRANSACTIONS_MAX, CHANGES_MAX, this::change);
    }

    /** A change that somebody wants, and the trace context in which it is decided. */
    private record Wanted(
            String deliveryId,
            Instant now,
            Function<DeliveryMissions, MissionStep> change,
            @Nullable String traceparent) {}

    @Override
    public Uni<DeliveryMissions> find(String deliveryId) {
        return transactions.query(FIND, Tuple.of(deliveryId)).map(rows -> read(rows, deliveryId));
    }

    @Override
    public Uni<List<FlightStopped>> change(
            String deliveryId, Instant now, Function<DeliveryMissions, MissionStep> change) {
        return group.run(deliveryId, new Wanted(deliveryId, now, change, TraceContext.current()));
    }

    private Uni<List<FlightStopped>> change(SqlConnection tx, Wanted wanted) {
        return Locks.delivery(tx, wanted.deliveryId())
                .chain(() -> find(tx, wanted.deliveryId()))
                .chain(before -> {
                    MissionStep step = wanted.change().apply(before);
                    return MissionRows.write(tx, before, step.missions(), wanted.now())
                            .chain(() -> publish(tx, step.published(), wanted.traceparent()))
                            .replaceWith(step.published());
                });
    }

    /** Changes every delivery that holds the drone, or has withdrawn a mission from it. */
    public Uni<Void> changeOfDrone(
            SqlConnection tx, String droneId, Instant now, UnaryOperator<DeliveryMissions> change) {
        return tx.preparedQuery(OF_DRONE)
                .mapping(row -> row.getString("delivery_id"))
                .execute(Tuple.of(droneId))
                .call(deliveries -> each(deliveries, deliveryId -> Locks.delivery(tx, deliveryId)))
                .chain(deliveries -> each(deliveries, deliveryId -> find(tx, deliveryId)
                        .chain(before -> MissionRows.write(tx, before, change.apply(before), now))));
    }

    /** One after the other, in their order: two transactions that lock several deliveries do not deadlock. */
    private static Uni<Void> each(Iterable<String> deliveries, Function<String, Uni<Void>> action) {
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUniAndConcatenate(action::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    public static Uni<DeliveryMissions> find(SqlConnection tx, String deliveryId) {
        return tx.preparedQuery(FIND).execute(Tuple.of(deliveryId)).map(rows -> read(rows, deliveryId));
    }

    private static DeliveryMissions read(RowSet<Row> rows, String deliveryId) {
        return Rows.first(rows, row -> Documents.read(row, "document", DeliveryMissions.class))
                .orElseGet(() -> DeliveryMissions.none(deliveryId));
    }

    private Uni<Void> publish(SqlConnection tx, List<FlightStopped> stopped, @Nullable String traceparent) {
        return outbox.append(
                tx, stopped.stream().map(one -> outgoing(one, traceparent)).toList());
    }

    private static Outgoing outgoing(FlightStopped stopped, @Nullable String traceparent) {
        MissionReference mission = stopped.mission();
        String id = stopped.droneId() + "/" + mission.deliveryId() + "/" + mission.attempt() + "/flight-stopped";
        return new Outgoing(Topic.DRONE_TELEMETRY, stopped.droneId(), id, stopped, traceparent);
    }
}
