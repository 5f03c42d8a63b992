package io.dronedelivery.bench.growth;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.seed.Database;
import io.dronedelivery.bench.seed.KeptRows;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.local.project.Service;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Fills the databases of all services with copies of two deliveries that the system itself has carried out: one that is
 * scheduled with a drone, and one that is completed.
 */
public final class SeededSystem {
    /** The services that keep rows of each delivery. */
    private static final Set<Service> STORES = EnumSet.of(
            Service.ACCOUNTING,
            Service.PACKAGING,
            Service.DRONE,
            Service.TRANSPORT,
            Service.DELIVERY,
            Service.SUPERVISOR);

    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final int AT_ONCE = 20_000; // copies of one transaction

    private final Map<Service, KeptRows> scheduled;
    private final Map<Service, KeptRows> completed;

    private SeededSystem(Map<Service, KeptRows> scheduled, Map<Service, KeptRows> completed) {
        this.scheduled = scheduled;
        this.completed = completed;
    }

    /** Takes two deliveries of a running system that has scheduled some, and has one of them completed. */
    public static SeededSystem of() throws InterruptedException {
        try (CarriedOut deliveries = new CarriedOut()) {
            DeliveryCreated active = deliveries.scheduled();
            DeliveryCreated past = deliveries.scheduled();
            deliveries.complete(past);
            Thread.sleep(SETTLING); // the other services hear of it and book it
            return new SeededSystem(rows(active), rows(past));
        }
    }

    private static Map<Service, KeptRows> rows(DeliveryCreated delivery) {
        String id = delivery.header().deliveryId();
        return STORES.stream().collect(toMap(service -> service, service -> KeptRows.of(Database.of(service), id)));
    }

    /** Adds deliveries that are scheduled with a drone each, and past ones; then brings the planner up to date. */
    public void add(int active, int past) {
        try {
            CompletableFuture.allOf(STORES.stream()
                            .map(service -> CompletableFuture.runAsync(() -> add(service, active, past)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof InvalidMeasurement refused ? refused : failed;
        }
    }

    private void add(Service service, int active, int past) {
        copy(Objects.requireNonNull(scheduled.get(service)), active);
        copy(Objects.requireNonNull(completed.get(service)), past);
        KeptRows.vacuum(Database.of(service));
    }

    private static void copy(KeptRows rows, int count) {
        for (int first = 0; first < count; first += AT_ONCE) {
            rows.copy(first, Math.min(AT_ONCE, count - first));
        }
    }

    /** What is copied for each delivery, in words. */
    public String words() {
        return "Rows of a delivery under way: %s. Of a past one: %s.".formatted(words(scheduled), words(completed));
    }

    private static String words(Map<Service, KeptRows> rows) {
        return String.join(
                ", ",
                rows.entrySet().stream()
                        .map(kept -> kept.getKey().id() + " " + kept.getValue().count())
                        .sorted()
                        .toList());
    }
}
