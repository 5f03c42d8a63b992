package io.dronedelivery.bench.load;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.local.customer.PublicApi;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.simulator.FleetPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Deliveries that are there before something else is measured. */
public final class StoredDeliveries {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final MeasuredSystem system;
    private final Orders orders;

    /**
     * None yet.
     *
     * @param readyIn how long after the order a parcel is ready; at once if it is zero
     */
    public StoredDeliveries(MeasuredSystem system, Duration readyIn) {
        this.system = system;
        this.orders = new Orders(FleetPlan.load(), "stored-" + UUID.randomUUID(), readyIn);
        system.register(new FleetPlan(Map.of(), Map.of(), Orders.terms()));
    }

    /** Registers drones that carry out that many orders and never report. */
    public StoredDeliveries withParkedDrones(int number) {
        new ParkedDrones(system, FleetPlan.load(), "stored-" + UUID.randomUUID()).increaseTo(number);
        return this;
    }

    /**
     * Orders deliveries for one account, and waits for all of them.
     *
     * @return the event of the outcome of each, by the delivery's id
     * @throws InvalidMeasurement if one comes to another end, or to none within ten minutes
     */
    public Map<String, DeliveryEvent> order(int number, String account, Outcome outcome) throws InterruptedException {
        try (DeliveryOutcomes outcomes = new DeliveryOutcomes(Endpoints.kafka(), outcome.decisive());
                PublicApi customer = new PublicApi(
                        Endpoints.deliveries(), system.credentials().customer(account))) {
            List<String> ids = new ArrayList<>();
            for (int each = 0; each < number; each++) {
                Orders.Order order = orders.next();
                ids.add(customer.schedule(order.order(), order.key()).deliveryId());
            }
            Map<String, DeliveryEvent> events = new LinkedHashMap<>();
            for (String id : ids) {
                events.put(id, outcomes.of(id).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
            }
            requireAll(outcome.wanted(), events);
            return events;
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new InvalidMeasurement("the deliveries that are to be read could not be made: " + failed);
        }
    }

    private static void requireAll(Predicate<DeliveryEvent> wanted, Map<String, DeliveryEvent> events) {
        Map<String, String> others = events.entrySet().stream()
                .filter(entry -> !wanted.test(entry.getValue()))
                .collect(toMap(Map.Entry::getKey, entry -> Outcome.words(entry.getValue())));
        if (!others.isEmpty()) {
            throw new InvalidMeasurement("deliveries that are to be read came to another end: " + others);
        }
    }
}
