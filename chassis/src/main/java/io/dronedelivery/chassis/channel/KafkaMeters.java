package io.dronedelivery.chassis.channel;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Of the hundreds of meters that each Kafka client has, only the one that somebody reads: how far a consumer lags. */
@Dependent
class KafkaMeters {
    private static final String KAFKA = "kafka.";
    private static final String LAG = "kafka.consumer.fetch.manager.records.lag";

    @Produces
    @Singleton
    MeterFilter onlyTheLag() {
        return MeterFilter.deny(id -> id.getName().startsWith(KAFKA) && !isLag(id));
    }

    /** The client tells the lag twice, the second time with underscores for the dots in the topic's name (KIP-1109). */
    private static boolean isLag(Meter.Id id) {
        String topic = id.getTag("topic");
        return id.getName().equals(LAG) && topic != null && topic.contains(".");
    }
}
