package io.dronedelivery.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.tracing.TraceContext;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that traces: every event is published in a trace, and a flight's in others than the schedule's. */
@QuarkusTest
@TestProfile(TracedDeliveryTest.Traced.class)
class TracedDeliveryTest {
    private final KafkaProbe probe = new KafkaProbe();
    private final Journey journey = new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.NONE);
    private final Pool pool;

    TracedDeliveryTest(Pool pool) {
        this.pool = pool;
    }

    /** Every trace is sampled; nothing is exported. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled",
                    "false",
                    "quarkus.otel.traces.sampler.arg",
                    "1",
                    "quarkus.otel.traces.exporter",
                    "none");
        }
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void whatAFlightDecidesBeginsTracesThatGoOnFromTheSchedules() {
        // What is read of one delivery in one batch is decided at once, in one trace.
        journey.requested().scheduled().takenOffFromThePickup().awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        journey.landedAtTheDropoff().awaiting(DeliveryStatus.COMPLETED);

        Map<String, String> traces = new HashMap<>();
        probe.awaitRecords(
                        Topic.DELIVERY_EVENTS.topicName(),
                        event -> journey.id.equals(event.key()),
                        Journey.EVENTS_OF_A_COMPLETED_FLIGHT)
                .forEach(event -> traces.put(header(event, "ce_type"), trace(header(event, TraceContext.HEADER))));
        assertThat(trace(storedTraceparent())).isEqualTo(traces.get("DeliveryCreated"));
        assertThat(traces.get("DeliveryCompleted"))
                .isNotEqualTo(traces.get("DeliveryCreated"))
                .isNotEqualTo(traces.get("DeliveryPickedUp"));
        assertThat(traces).hasSize(Journey.EVENTS_OF_A_COMPLETED_FLIGHT);
    }

    private String storedTraceparent() {
        return pool.preparedQuery("select traceparent from deliveries where delivery_id = $1")
                .execute(Tuple.of(journey.id))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("traceparent");
    }

    private static String header(ConsumerRecord<?, ?> event, String name) {
        Headers headers = event.headers();
        return new String(headers.lastHeader(name).value(), UTF_8);
    }

    /** The second of the four parts: W3C Trace Context, section 3.2. */
    private static String trace(String traceparent) {
        return traceparent.split("-", -1)[1];
    }
}
