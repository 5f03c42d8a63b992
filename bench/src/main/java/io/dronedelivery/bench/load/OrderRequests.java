package io.dronedelivery.bench.load;

import io.dronedelivery.bench.http.LoadGenerator;
import io.dronedelivery.bench.http.RequestBytes;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.access.Bearer;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.simulator.FleetPlan;
import java.util.Map;
import java.util.UUID;

/** Orders at the gateway as requests, each of its own key. */
public final class OrderRequests {
    private final Orders orders = new Orders(FleetPlan.load(), "bench-" + UUID.randomUUID(), Orders.NOT_SOON);
    private final Credentials credentials;

    private OrderRequests(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * A load of orders.
     *
     * @param connections how many orders can be under way at a time
     */
    public static LoadGenerator load(MeasuredSystem system, int connections) {
        OrderRequests requests = new OrderRequests(system.credentials());
        return new LoadGenerator(Service.GATEWAY.port(), requests::next, connections);
    }

    private byte[] next() {
        Orders.Order order = orders.next();
        Map<String, String> headers = Map.of(
                Bearer.HEADER,
                credentials.customer(order.account()).value(),
                "Idempotency-Key",
                '"' + order.key() + '"');
        return RequestBytes.post(Endpoints.deliveries(), headers, Json.bytes(order.order()));
    }
}
