package io.dronedelivery.system.simulation;

import static java.util.stream.Collectors.toSet;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.util.List;
import java.util.Set;

/** What customers ask for, as ingestion would write it to the log. */
final class Customers {
    private final List<Customer> customers;

    Customers(
            Scenario scenario,
            World world,
            Network network,
            SimulatedTopic<DeliveryRequest> requests,
            DeliveryService delivery) {
        customers = scenario.deliveries().stream()
                .map(number -> "d" + number)
                .map(id -> new Customer(id, scenario.randomSource(id), world, network, requests, delivery))
                .toList();
    }

    /** Whether nobody is about to ask for anything more. */
    boolean content() {
        return customers.stream().allMatch(Customer::content);
    }

    /** The deliveries that must be completed where nothing fails: feasible, paid for, and never changed. */
    Set<String> certain() {
        return customers.stream()
                .filter(Customer::certain)
                .map(Customer::deliveryId)
                .collect(toSet());
    }
}
