package io.dronedelivery.delivery.store;

import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.delivery.domain.view.SharedTelemetry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shared telemetry in PostgreSQL. */
@Singleton
class PgSharedTelemetry implements SharedTelemetry {
    // a wish is renewed when half of its time is over, not at each look
    private static final String FIND = """
            select telemetry::text as telemetry from latest_telemetry
            where delivery_id = $1 and wanted_until > now() + interval '15 seconds'
            """;

    private static final String WANT = """
            insert into latest_telemetry as known (delivery_id, wanted_until) values ($1, now() + interval '30 seconds')
            on conflict (delivery_id) do update set wanted_until = excluded.wanted_until
            returning known.telemetry::text as telemetry
            """;

    private static final String WANTED = """
            with gone as (delete from latest_telemetry where wanted_until < now() - interval '1 minute')
            select delivery_id from latest_telemetry where wanted_until > now()
            """;

    private static final String OFFER = """
            update latest_telemetry known
            set attempt = latest.attempt, sequence = latest.sequence, telemetry = latest.telemetry::jsonb
            from unnest($1::text[], $2::int[], $3::bigint[], $4::text[])
                as latest (delivery_id, attempt, sequence, telemetry)
            where known.delivery_id = latest.delivery_id
              and (known.attempt, known.sequence) < (latest.attempt, latest.sequence)
            """;

    private final Transactions transactions;

    PgSharedTelemetry(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<DroneTelemetry>> ask(String deliveryId) {
        return transactions
                .query(FIND, Tuple.of(deliveryId))
                .chain(found -> found.rowCount() > 0
                        ? Uni.createFrom().item(found)
                        : transactions.query(WANT, Tuple.of(deliveryId)))
                .map(rows -> Rows.first(rows, PgSharedTelemetry::telemetry).flatMap(offered -> offered));
    }

    private static Optional<DroneTelemetry> telemetry(Row row) {
        return Optional.ofNullable(row.getString("telemetry")).map(text -> Json.read(text, DroneTelemetry.class));
    }

    @Override
    public Uni<Set<String>> asked() {
        return transactions.query(WANTED, Tuple.tuple()).map(rows -> Rows.stream(rows)
                .map(row -> row.getString("delivery_id"))
                .collect(Collectors.toSet()));
    }

    /** In the order of the deliveries, so that two instances that offer at the same time do not deadlock. */
    @Override
    public Uni<Void> offer(List<DroneTelemetry> latest) {
        List<DroneTelemetry> ordered = latest.stream()
                .sorted((one, other) ->
                        mission(one).deliveryId().compareTo(mission(other).deliveryId()))
                .toList();
        Tuple columns = Tuple.tuple()
                .addArrayOfString(Rows.column(
                        ordered, String[]::new, seen -> mission(seen).deliveryId()))
                .addArrayOfInteger(Rows.column(
                        ordered, Integer[]::new, seen -> mission(seen).attempt()))
                .addArrayOfLong(Rows.column(ordered, Long[]::new, DroneTelemetry::sequence))
                .addArrayOfString(Rows.column(ordered, String[]::new, Json::text));
        return transactions.query(OFFER, columns).replaceWithVoid();
    }

    private static MissionReference mission(DroneTelemetry seen) {
        @Nullable MissionReference mission = seen.mission();
        return Objects.requireNonNull(mission, "telemetry of no delivery");
    }
}
