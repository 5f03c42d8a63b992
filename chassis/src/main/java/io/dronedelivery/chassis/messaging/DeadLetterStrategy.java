package io.dronedelivery.chassis.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * What every channel does with a record that could not be parsed or processed: sends it to the dead letters, then
 * acknowledges it. SmallRye's own strategy obeys headers of the record (a reply topic, a failed deserialization), and one
 * of them that is null ends it.
 */
@Singleton
@Identifier("dead-letters")
class DeadLetterStrategy implements KafkaFailureHandler.Factory {
    private final DeadLetterProducer producer;

    DeadLetterStrategy(DeadLetterProducer producer) {
        this.producer = producer;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new Handler(config.getDeadLetterQueueTopic().orElseThrow(), producer);
    }

    private record Handler(String topic, DeadLetterProducer producer) implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable failure, Metadata metadata) {
            DeadLetter letter = letter(record, DeadLetters.abridged(failure), metadata);
            return producer.send(letter.whole())
                    .onFailure(RecordTooLargeException.class)
                    .recoverWithUni(refusal -> producer.send(letter.placeOnly(refusal)))
                    .chain(() -> Uni.createFrom().completionStage(record::ack))
                    .emitOn(record::runOnMessageContext);
        }

        private DeadLetter letter(Message<?> record, Throwable failure, Metadata metadata) {
            return new DeadLetter(
                    topic,
                    record.getMetadata(IncomingKafkaRecordMetadata.class)
                            .orElseThrow()
                            .getRecord(),
                    failure,
                    metadata.get(OutgoingKafkaRecordMetadata.class)
                            .map(OutgoingKafkaRecordMetadata::getHeaders)
                            .orElseGet(() -> DeadLetters.headers(record, failure)));
        }
    }
}
