package io.dronedelivery.drone.mission;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.drone.MissionSearch.OrderedMission;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.Mission.WithDrone;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The missions that drones were ordered to fly, from PostgreSQL, with the model of each drone. */
@Singleton
class PgOrderedMissions {
    private static final String OF_DELIVERIES = """
            select m.document, (
                select coalesce(jsonb_object_agg(d.drone_id, d.model), '{}') from drones d
                where d.drone_id = any(array(select jsonb_path_query(m.document, 'strict $.**.droneId') #>> '{}'))
            ) as models
            from missions m where m.delivery_id = any($1) order by m.delivery_id collate "C"
            """;

    private final Transactions transactions;

    PgOrderedMissions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Those of these deliveries, by delivery and attempt. */
    Uni<List<OrderedMission>> of(Collection<String> deliveryIds) {
        return transactions
                .query(OF_DELIVERIES, Tuple.of(deliveryIds.toArray(String[]::new)))
                .map(rows ->
                        Rows.stream(rows).flatMap(PgOrderedMissions::ordered).toList());
    }

    private static Stream<OrderedMission> ordered(Row row) {
        DeliveryMissions missions = Documents.read(row, "document", DeliveryMissions.class);
        JsonObject models = row.getJsonObject("models");
        return missions.withDrone()
                .filter(WithDrone::ordered)
                .map(mission -> new OrderedMission(
                        missions.deliveryId(),
                        mission.attempt(),
                        mission.droneId(),
                        models.getString(mission.droneId())));
    }
}
