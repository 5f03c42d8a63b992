package io.dronedelivery.chassis.messaging;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dronedelivery.chassis.retry.Outage;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Consumes a topic in batches, as the broker hands them out: messages of one key in order, those of several keys side by side,
 * no more at a time than allowed; beyond that the topic waits. What another process's outage prevents is tried again for as
 * long as it takes; what can't be parsed or processed goes to the topic's dead letters. A batch is acknowledged as a whole:
 * after a crash, all of it comes again.
 *
 * @param <T> the type of the messages
 */
public final class BatchConsumer<T> {
    /** Below the size of the connection pool, which requests use as well. */
    private static final int CONCURRENCY = 8;

    private final KeyedWork<T> work;
    private final Set<String> ignored;

    /** A consumer with the usual concurrency: 8 messages. */
    public BatchConsumer(Class<T> type, Set<Class<? extends T>> ignored, Function<T, Uni<Void>> handler) {
        this(type, ignored, CONCURRENCY, handler);
    }

    /**
     * @param type what to parse a message into
     * @param ignored the types of messages that change nothing here: they are known by their header, and not parsed
     * @param concurrency how many messages may be under way at a time
     * @param handler carries a message out; idempotent, since a message may come again
     */
    public BatchConsumer(
            Class<T> type, Set<Class<? extends T>> ignored, int concurrency, Function<T, Uni<Void>> handler) {
        this.work = new KeyedWork<>(type, concurrency, handler);
        this.ignored = ignored.stream().map(Class::getSimpleName).collect(toUnmodifiableSet());
    }

    /** Takes a batch; the answer completes when there is room for the next. To be returned from an @Incoming method. */
    public CompletionStage<Void> accept(KafkaRecordBatch<byte[], byte[]> batch) {
        Map<Message<?>, Throwable> failed = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> finished = new ArrayList<>();
        CompletionStage<Void> room = CompletableFuture.completedFuture(null);
        for (KafkaRecord<byte[], byte[]> message : batch.getRecords()) {
            if (!ignored.contains(Envelope.type(message.getHeaders()))) {
                room = room.thenCompose(_ -> begin(message, failed, finished));
            }
        }
        room.thenCompose(_ -> CompletableFuture.allOf(finished.toArray(CompletableFuture[]::new)))
                // The dead letters go first: with a partition's last message, all before it are acknowledged, too.
                .thenRun(() -> DeadLetters.send(failed)
                        .chain(() -> Outage.retryForever(batch::ack))
                        .subscribe()
                        .with(_ -> {}));
        return room;
    }

    private CompletionStage<Void> begin(
            KafkaRecord<byte[], byte[]> message,
            Map<Message<?>, Throwable> failed,
            List<CompletableFuture<Void>> finished) {
        // Quarkus says so of a batch's context, and not of those of its records.
        message.getMetadata(LocalContextMetadata.class)
                .ifPresent(own -> VertxContextSafetyToggle.setContextSafe(own.context(), true));
        KeyedWork.Begun begun = work.begin(message, failure -> {
            if (failure != null) {
                failed.put(message, failure);
            }
            return Uni.createFrom().voidItem();
        });
        finished.add(begun.finished());
        return begun.room();
    }
}
