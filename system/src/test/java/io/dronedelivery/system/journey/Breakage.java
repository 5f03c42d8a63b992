package io.dronedelivery.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import io.dronedelivery.testing.invariants.Finding;
import io.dronedelivery.testing.invariants.Invariant;
import io.dronedelivery.testing.invariants.Snapshot;
import io.dronedelivery.testing.invariants.StoredSystem;
import io.dronedelivery.testing.invariants.StoredTopics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Ways to break the data that a run has left, one for each invariant: a checker that can't find them proves nothing. */
enum Breakage {
    A_REQUEST_IS_LOST(Invariant.EVERY_REQUEST_ENDS) {
        @Override
        void apply(LocalPostgres postgres, KafkaProbe topics) {
            topics.send(
                    Topic.DELIVERY_REQUESTS, "lost", "request-lost", Orders.schedule("lost", "demo", Instant.EPOCH));
        }
    },
    A_DRONE_IS_NOT_FREED(Invariant.NOTHING_HELD_AFTER_THE_END) {
        @Override
        void apply(LocalPostgres postgres, KafkaProbe topics) throws SQLException {
            update(postgres, "drone", """
                    update drones set delivery_id = (select delivery_id from missions limit 1), attempt = 1
                    where drone_id = (select drone_id from drones where delivery_id is null limit 1)""");
        }
    },
    A_DELIVERY_HAS_TWO_CARRIERS(Invariant.ONE_CARRIER_AT_A_TIME) {
        @Override
        void apply(LocalPostgres postgres, KafkaProbe topics) throws SQLException {
            String delivery = text(postgres, "drone", "select delivery_id from drones where delivery_id is not null");
            update(postgres, "transport", """
                    insert into consignment (delivery_id, holding, document) values ('%s', 1, '{}')
                    on conflict (delivery_id) do update set holding = 1""".formatted(delivery));
        }
    },
    AN_EVENT_IS_NOT_PUBLISHED(Invariant.PUBLISHED_ONCE_IN_ORDER) {
        @Override
        void apply(LocalPostgres postgres, KafkaProbe topics) throws SQLException {
            update(postgres, "delivery", """
                    update timeline set event = jsonb_set(event, '{header,cause,rule}', '"forged"')
                    where (delivery_id, version) = (select delivery_id, version from timeline limit 1)""");
        }
    },
    AN_EVENT_IS_SKIPPED(Invariant.NEVER_OUT_OF_ORDER) {
        @Override
        void apply(LocalPostgres postgres, KafkaProbe topics) throws SQLException {
            String event = text(postgres, "delivery", "select event from timeline where version = 2 limit 1")
                    .replace("\"version\": 2", "\"version\": 99");
            DeliveryEvent skipping = Json.read(event, DeliveryEvent.class);
            topics.send(Topic.DELIVERY_EVENTS, skipping.header().deliveryId(), skipping.eventId(), skipping);
        }
    },
    MONEY_COMES_OUT_OF_NOWHERE(Invariant.LEDGER_BALANCES) {
        @Override
        void apply(LocalPostgres postgres, KafkaProbe topics) throws SQLException {
            // The table guards itself: whoever breaks it has taken the guards away.
            update(postgres, "accounting", """
                    alter table ledger_entries disable trigger user;
                    update ledger_entries set amount_minor = amount_minor + 1 where (transaction_id, ledger_account) =
                        (select transaction_id, ledger_account from ledger_entries limit 1)""");
        }
    },
    A_DELIVERY_IS_NOT_PAID_FOR(Invariant.CAPTURED_IFF_COMPLETED) {
        @Override
        void apply(LocalPostgres postgres, KafkaProbe topics) throws SQLException {
            update(postgres, "accounting", """
                    update bills set captured_attempt = null where delivery_id =
                        (select delivery_id from bills where captured_attempt is not null limit 1)""");
        }
    };

    private final Invariant invariant;

    Breakage(Invariant invariant) {
        this.invariant = invariant;
    }

    abstract void apply(LocalPostgres postgres, KafkaProbe topics) throws SQLException;

    /** Starts database and broker on the data of a run, sees that all is well, breaks everything, and sees all of it found. */
    static void provenOn(Path state) {
        try (LocalPostgres postgres = LocalPostgres.start(state.resolve("postgresql"), 0);
                LocalKafka kafka = LocalKafka.start(state.resolve("kafka"), 0, false);
                KafkaProbe topics = new KafkaProbe(kafka.bootstrapServers())) {
            StoredSystem system = new StoredSystem(postgres::url, new StoredTopics(kafka.bootstrapServers()));
            assertThat(findings(system.snapshot())).allMatch(Finding::holds);
            for (Breakage breakage : values()) {
                breakage.apply(postgres, topics);
                assertThat(breakage.invariant.check(system.snapshot()).violations())
                        .as(breakage.toString())
                        .isNotEmpty();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static List<Finding> findings(Snapshot snapshot) {
        return Arrays.stream(Invariant.values())
                .map(invariant -> invariant.check(snapshot))
                .toList();
    }

    private static void update(LocalPostgres postgres, String service, String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection(postgres.url(service), service, service);
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(LocalPostgres postgres, String service, String query) throws SQLException {
        try (Connection database = DriverManager.getConnection(postgres.url(service), service, service);
                var rows = database.createStatement().executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }
}
