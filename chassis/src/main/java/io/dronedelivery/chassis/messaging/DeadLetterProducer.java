package io.dronedelivery.chassis.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends dead letters to the broker: one producer for all channels of a service, made when the first is sent. */
@Singleton
class DeadLetterProducer {
    /** The largest record that another topic takes, and what is told of its failure. */
    private static final int REQUEST_BYTES_MAX = 2 << 20;

    private static final int BUFFER_BYTES_MAX = 2 * REQUEST_BYTES_MAX;
    private static final int BLOCK_MILLIS_MAX = 5_000;

    private final Map<String, Object> settings;
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetterProducer(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ProducerConfig.CLIENT_ID_CONFIG, "dead-letters");
        this.settings.put(ProducerConfig.ACKS_CONFIG, "all");
        this.settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, REQUEST_BYTES_MAX);
        this.settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER_BYTES_MAX);
        this.settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS_MAX);
    }

    /** Completes when all in-sync replicas have it. Sent from a worker, since the producer may have to wait. */
    Uni<Void> send(ProducerRecord<byte[], byte[]> letter) {
        return Uni.createFrom()
                .<Void>emitter(sent -> producer().send(letter, (_, failure) -> {
                    if (failure == null) {
                        sent.complete(null);
                    } else {
                        sent.fail(failure);
                    }
                }))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofMillis(BLOCK_MILLIS_MAX));
        }
    }
}
