package io.dronedelivery.chassis.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class KafkaMetersTest {
    private static final String LAG = "kafka.consumer.fetch.manager.records.lag";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    KafkaMetersTest() {
        meters.config().meterFilter(new KafkaMeters().onlyTheLag());
    }

    @Test
    void ofAKafkaClientOnlyTheLagIsShownOnceForEachTopic() {
        meters.gauge("kafka.consumer.fetch.manager.fetch.rate", 1);
        meters.counter("kafka.producer.record.send.total");
        meters.counter(LAG, "topic", "delivery.events");
        meters.counter(LAG, "topic", "delivery_events");

        assertThat(meters.getMeters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.getId().getTag("topic")).isEqualTo("delivery.events"));
    }

    @Test
    void otherMetersStay() {
        meters.counter("channel.failures", "channel", "delivery-events");

        assertThat(meters.getMeters()).hasSize(1);
    }
}
