package io.dronedelivery.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.chassis.channel.BrokerAdmin;
import io.dronedelivery.contracts.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether this service has read the requests up to the end of the topic, whichever of its instances reads them. It goes by the
 * committed offsets, which are seconds behind at most.
 */
@Singleton
class RequestConsumerLag {
    private final BrokerAdmin broker;
    private final String group;

    RequestConsumerLag(BrokerAdmin broker, @ConfigProperty(name = "quarkus.application.name") String group) {
        this.broker = broker;
        this.group = group;
    }

    /** Whether all requests of the delivery that are in the topic now have been read. False where the broker does not say. */
    Uni<Boolean> caughtUp(String deliveryId) {
        TopicPartition partition = partition(deliveryId);
        return end(partition)
                .chain(end -> committed(partition).map(committed -> committed >= end))
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Long> end(TopicPartition partition) {
        return ask(() -> broker.client()
                        .listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition))
                .map(latest -> latest.offset());
    }

    private Uni<Long> committed(TopicPartition partition) {
        return ask(() -> broker.client().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .map(offsets -> {
                    OffsetAndMetadata committed = offsets.get(partition);
                    return committed == null ? 0 : committed.offset();
                });
    }

    private static <T> Uni<T> ask(Supplier<KafkaFuture<T>> question) {
        return Uni.createFrom().completionStage(() -> question.get().toCompletionStage());
    }

    /** Where producers put it: Kafka's own rule for messages with a key. */
    private static TopicPartition partition(String deliveryId) {
        int hash = Utils.toPositive(Utils.murmur2(deliveryId.getBytes(UTF_8)));
        return new TopicPartition(Topic.DELIVERY_REQUESTS.topicName(), hash % Topic.DELIVERY_REQUESTS.partitions());
    }
}
