package io.dronedelivery.testing.invariants;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.testing.invariants.Snapshot.Holding;
import io.dronedelivery.testing.invariants.Snapshot.Holding.Kind;
import io.dronedelivery.testing.invariants.Snapshot.LedgerEntry;
import io.dronedelivery.testing.invariants.Snapshot.StoredCharge;
import io.dronedelivery.testing.invariants.Snapshot.StoredDelivery;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The databases and topics of a real system, read without its services.
 *
 * @param databaseUrl the JDBC URL of a service's database, by the service's name, which is its role and password, too
 * @param topics the broker
 */
public record StoredSystem(UnaryOperator<String> databaseUrl, StoredTopics topics) {
    private static final List<String> PUBLISHERS = List.of("delivery", "transport", "supervisor");

    /** Everything that the invariants examine; a message without its delivery is left out, since it is a dead letter. */
    public Snapshot snapshot() {
        return new Snapshot(
                topics.read(Topic.DELIVERY_REQUESTS, DeliveryRequest.class).stream()
                        .filter(request -> request.deliveryId() != null && request.requestId() != null)
                        .toList(),
                topics.read(Topic.DELIVERY_EVENTS, DeliveryEvent.class).stream()
                        .filter(event ->
                                event.header() != null && event.header().deliveryId() != null)
                        .toList(),
                rows("delivery", "select event from timeline order by delivery_id, version", StoredSystem::event),
                rows("delivery", "select delivery_id, status, version from deliveries", StoredSystem::delivery),
                holdings(),
                charges(),
                rows(
                        "accounting",
                        "select transaction_id, currency, amount_minor from ledger_entries",
                        row -> new LedgerEntry(row.getString(1), row.getString(2), row.getLong(3))));
    }

    /** What is still under way, in words; empty once all deliveries have ended and all messages are sent. */
    public List<String> underWay() {
        List<String> under = new ArrayList<>();
        long deliveries = count("delivery", "select count(*) from deliveries where not ended");
        if (deliveries > 0) {
            under.add(deliveries + " deliveries have not ended");
        }
        long undoing = count("supervisor", "select count(*) from compensation where due_at is not null");
        if (undoing > 0) {
            under.add(undoing + " compensations are under way");
        }
        for (String service : PUBLISHERS) {
            long unsent = count(service, "select count(*) from outbox");
            if (unsent > 0) {
                under.add(unsent + " messages of " + service + " are not sent yet");
            }
        }
        return under;
    }

    private List<Holding> holdings() {
        return Stream.of(
                        held("drone", Kind.DRONE, """
                                select delivery_id, attempt, drone_id from drones
                                where delivery_id is not null order by 1, 2"""),
                        held("transport", Kind.SHIPMENT, """
                                select delivery_id, holding, 'a carrier' from consignment
                                where holding is not null order by 1, 2"""),
                        held("packaging", Kind.PACKAGE, """
                                select package_id, attempt, coalesce(tag_in_use, state) from packages
                                where tag_in_use is not null or state in ('REGISTERED', 'IN_HAND') order by 1, 2"""),
                        held("accounting", Kind.MONEY, """
                                select delivery_id, held_attempt, account_id from bills
                                where held_attempt is not null order by 1, 2"""))
                .flatMap(List::stream)
                .toList();
    }

    private List<Holding> held(String service, Kind kind, String query) {
        return rows(service, query, row -> new Holding(kind, row.getString(1), row.getInt(2), row.getString(3)));
    }

    private List<StoredCharge> charges() {
        return rows(
                "accounting",
                "select delivery_id, captured_attempt from bills where captured_attempt is not null order by 1",
                row -> new StoredCharge(row.getString(1), row.getInt(2), Charges.State.CAPTURED));
    }

    private static DeliveryEvent event(ResultSet row) throws SQLException {
        return Json.read(row.getString(1), DeliveryEvent.class);
    }

    private static StoredDelivery delivery(ResultSet row) throws SQLException {
        return new StoredDelivery(row.getString(1), DeliveryStatus.valueOf(row.getString(2)), row.getLong(3));
    }

    private long count(String service, String query) {
        return rows(service, query, row -> row.getLong(1)).getFirst();
    }

    private <T> List<T> rows(String service, String query, Reader<T> reader) {
        try (Connection database = DriverManager.getConnection(databaseUrl.apply(service), service, service);
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException unreachable) {
            throw new IllegalStateException(
                    "The database of " + service + " can't be read: " + unreachable.getMessage(), unreachable);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
