package io.dronedelivery.chassis.messaging;

import io.dronedelivery.chassis.retry.Outage;
import io.dronedelivery.chassis.tracing.RecordSpan;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Consumes a topic in batches, as the broker hands them out, each carried out at once: one transaction for many messages. A
 * batch that fails is carried out message by message. What another process's outage prevents is tried again for as long as it
 * takes; what can't be parsed or processed goes to the topic's dead letters. Batches follow one another.
 *
 * @param <T> the type of the messages
 */
public final class BulkConsumer<T> {
    private final Class<T> type;
    private final Function<List<T>, Uni<Void>> handler;

    /**
     * @param type what to parse a message into
     * @param handler carries messages out, in this order; idempotent, since they may come again
     */
    public BulkConsumer(Class<T> type, Function<List<T>, Uni<Void>> handler) {
        this.type = type;
        this.handler = handler;
    }

    /** Takes a batch; the answer completes when it is acknowledged. To be returned from an @Incoming method. */
    public CompletionStage<Void> accept(KafkaRecordBatch<byte[], byte[]> batch) {
        List<RecordSpan> spans = RecordSpan.processingEach(batch.getRecords());
        Map<KafkaRecord<byte[], byte[]>, Throwable> failed = new LinkedHashMap<>();
        Map<KafkaRecord<byte[], byte[]>, T> readable = new LinkedHashMap<>();
        for (KafkaRecord<byte[], byte[]> message : batch.getRecords()) {
            try {
                readable.put(message, Payloads.read(message, type));
            } catch (RuntimeException unreadable) {
                failed.put(message, unreadable);
            }
        }
        return carryOut(List.copyOf(readable.values()))
                .onFailure()
                .recoverWithUni(_ -> oneByOne(readable, failed))
                .chain(() -> DeadLetters.send(failed))
                .chain(() -> Outage.retryForever(batch::ack))
                .onItemOrFailure()
                .invoke((_, failure) -> spans.forEach(span -> span.end(failure)))
                .subscribeAsCompletionStage();
    }

    private Uni<Void> carryOut(List<T> messages) {
        return Outage.retryUntilOver(type.getSimpleName(), () -> handler.apply(messages));
    }

    /** One message that can't be processed must not hold up the others. */
    private Uni<Void> oneByOne(
            Map<KafkaRecord<byte[], byte[]>, T> readable, Map<KafkaRecord<byte[], byte[]>, Throwable> failed) {
        return Multi.createFrom()
                .iterable(readable.entrySet())
                .onItem()
                .transformToUniAndConcatenate(message -> carryOut(List.of(message.getValue()))
                        .onFailure()
                        .invoke(failure -> failed.put(message.getKey(), failure))
                        .onFailure()
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }
}
