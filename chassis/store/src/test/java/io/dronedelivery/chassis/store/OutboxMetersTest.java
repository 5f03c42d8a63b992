package io.dronedelivery.chassis.store;

import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxMetersTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final OutboxRelay relay;
    private final Transactions transactions;
    private final Outbox outbox;
    private final MeterRegistry meters;

    OutboxMetersTest(OutboxRelay relay, Transactions transactions, Outbox outbox, MeterRegistry meters) {
        this.relay = relay;
        this.transactions = transactions;
        this.outbox = outbox;
        this.meters = meters;
    }

    @Test
    void howLongTheOldestMessageWaitsIsShownThoughNobodyPublishes() {
        relay.stop(new ShutdownEvent());
        try {
            append(new CancelDelivery("waiting-1", "waiting", "a", Instant.EPOCH, null));
            await().atMost(TIMEOUT).until(() -> oldestSeconds() > 0);
        } finally {
            relay.start(new StartupEvent());
        }
        await().atMost(TIMEOUT).until(() -> oldestSeconds() == 0);
    }

    private void append(CancelDelivery message) {
        Outgoing waiting = new Outgoing(Topic.DELIVERY_REQUESTS, "waiting", "waiting-1", message);
        transactions.run(tx -> outbox.append(tx, List.of(waiting))).await().atMost(TIMEOUT);
    }

    private double oldestSeconds() {
        return meters.get("outbox.age").gauge().value();
    }
}
