package io.dronedelivery.packaging;

import static io.dronedelivery.packaging.domain.Samples.header;
import static io.dronedelivery.packaging.domain.Samples.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.State;
import io.dronedelivery.packaging.domain.PackagingDomain;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

/** A channel fails for real: its Kafka consumer is closed under its feet. */
@QuarkusTest
class ChannelRestartTest {
    private static final String CHANNEL = "delivery-events";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final KafkaConnector connector;
    private final PackagingDomain domain;
    private final String delivery = UUID.randomUUID().toString();

    ChannelRestartTest(@Connector(KafkaConnector.CONNECTOR_NAME) KafkaConnector connector, PackagingDomain domain) {
        this.connector = connector;
        this.domain = domain;
    }

    @Test
    void aChannelThatFailsIsShownAndRestartsByItself() {
        domain.registrations().register(delivery, 1, registration(null)).await().indefinitely();
        await().atMost(TIMEOUT)
                .until(() -> ManagementInterface.get("/health/ready").statusCode() == 200);

        closeConsumer();

        await().atMost(TIMEOUT).untilAsserted(() -> ManagementInterface.get("/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("failed 1 times in a row, the last time of java.lang.IllegalStateException")));
        ManagementInterface.get("/health/live").then().statusCode(200);
        ManagementInterface.get("/metrics")
                .then()
                .body(
                        containsString("channel_running{channel=\"delivery-events\"} 0.0"),
                        containsString("channel_failures_total{channel=\"delivery-events\"} 1.0"));

        cancel();

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(domain.registrations()
                        .find(delivery)
                        .await()
                        .indefinitely()
                        .map(Package::state))
                .contains(State.RELEASED));
        await().atMost(TIMEOUT)
                .until(() -> ManagementInterface.get("/health/ready").statusCode() == 200);
        ManagementInterface.get("/metrics")
                .then()
                .body(containsString("channel_running{channel=\"delivery-events\"} 1.0"));
    }

    private void closeConsumer() {
        KafkaConsumer<byte[], byte[]> consumer = connector.getConsumer(CHANNEL);
        consumer.runOnPollingThread(kafka -> {
                    kafka.close();
                })
                .await()
                .indefinitely();
    }

    private void cancel() {
        try (KafkaProbe probe = new KafkaProbe()) {
            var cancelled = new DeliveryCancelled(header(delivery, 3, 1, DeliveryStatus.CANCELLED), "request", null);
            probe.send(Topic.DELIVERY_EVENTS, delivery, cancelled.eventId(), cancelled);
        }
    }
}
