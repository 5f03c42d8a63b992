package io.dronedelivery.chassis.messaging;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dronedelivery.chassis.retry.Outage;
import io.dronedelivery.chassis.tracing.LogFields;
import io.dronedelivery.chassis.tracing.RecordSpan;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Consumes a topic: messages of one key in order, of several keys side by side, no more at a time than allowed; beyond
 * that the topic waits. What another process's outage prevents is tried again for as long as it takes; what can't be
 * parsed or processed goes to the topic's dead letters. Each message is a span of its trace
 * while it is carried out.
 *
 * @param <T> the type of the messages
 */
public final class KeyedConsumer<T> {
    private static final Logger log = Logger.getLogger(KeyedConsumer.class);

    /** Below the size of the connection pool, which requests use as well. */
    private static final int CONCURRENCY = 8;

    private final Class<T> type;
    private final Set<String> ignored;
    private final Function<T, Uni<Void>> handler;
    private final ConcurrencyLimit intake;
    private final Gate gate;
    private final Map<String, CompletableFuture<Void>> lastOfKey = new ConcurrentHashMap<>();

    /** A consumer with the usual concurrency: 8 messages. */
    public KeyedConsumer(Class<T> type, Function<T, Uni<Void>> handler) {
        this(type, CONCURRENCY, handler);
    }

    /** A consumer with the usual concurrency that ignores messages of these types. */
    public KeyedConsumer(Class<T> type, Set<Class<? extends T>> ignored, Function<T, Uni<Void>> handler) {
        this(type, ignored, CONCURRENCY, handler, Gate.ALWAYS_OPEN);
    }

    /**
     * @param type what to parse a message into
     * @param concurrency how many messages may be under way at a time
     * @param handler carries a message out; idempotent, since a message may come again
     */
    public KeyedConsumer(Class<T> type, int concurrency, Function<T, Uni<Void>> handler) {
        this(type, Set.of(), concurrency, handler, Gate.ALWAYS_OPEN);
    }

    /**
     * @param ignored the types of messages that change nothing here: their headers tell them, and they are not parsed
     * @param gate where messages wait before they are begun
     */
    public KeyedConsumer(
            Class<T> type,
            Set<Class<? extends T>> ignored,
            int concurrency,
            Function<T, Uni<Void>> handler,
            Gate gate) {
        this.type = type;
        this.ignored = ignored.stream().map(Class::getSimpleName).collect(toUnmodifiableSet());
        this.handler = handler;
        this.intake = new ConcurrencyLimit(concurrency);
        this.gate = gate;
    }

    /** Takes a message; the answer completes when there is room for the next. To be returned from an @Incoming method. */
    public CompletionStage<Void> accept(Message<byte[]> message) {
        return isIgnored(message)
                ? Outage.retryForever(message::ack).subscribeAsCompletionStage()
                : gate.pass().thenCompose(_ -> begin(message));
    }

    private boolean isIgnored(Message<byte[]> message) {
        return !ignored.isEmpty()
                && message.getMetadata(IncomingKafkaRecordMetadata.class)
                        .filter(record -> ignored.contains(Envelope.type(record.getHeaders())))
                        .isPresent();
    }

    private CompletionStage<Void> begin(Message<byte[]> message) {
        CompletionStage<Void> room = intake.enter();
        String key = key(message);
        CompletableFuture<Void> finished = new CompletableFuture<>();
        CompletableFuture<Void> before = lastOfKey.put(key, finished);
        Runnable processing = () -> onContextOf(message, () -> process(message, key, finished));
        if (before == null) {
            processing.run();
        } else {
            before.whenComplete((_, _) -> processing.run());
        }
        return room;
    }

    /** The one before it of the same key ends on its own Vert.x context; this one must not go on with that one's trace. */
    private static void onContextOf(Message<?> message, Runnable processing) {
        Context own = message.getMetadata(LocalContextMetadata.class)
                .map(LocalContextMetadata::context)
                .orElse(null);
        if (own == null || own == Vertx.currentContext()) {
            processing.run();
        } else {
            own.runOnContext(_ -> processing.run());
        }
    }

    private void process(Message<byte[]> message, String key, CompletableFuture<Void> finished) {
        RecordSpan span = RecordSpan.processing(message);
        span.enter();
        LogFields.delivery(RecordKey.shown(key));
        Outage.retryUntilOver(RecordKey.shown(key), () -> handler.apply(Payloads.read(message, type)))
                .onItemOrFailure()
                .invoke((_, failure) -> span.end(failure))
                .onItemOrFailure()
                .transformToUni((_, failure) -> settled(message, failure))
                .subscribe()
                .with(_ -> finish(key, finished), bug -> {
                    log.errorf(
                            bug,
                            "message not acknowledged, it will come again after a restart key=%s",
                            RecordKey.shown(key));
                    finish(key, finished);
                });
    }

    private static Uni<Void> settled(Message<byte[]> message, @Nullable Throwable failure) {
        return failure == null ? Outage.retryForever(message::ack) : DeadLetters.send(message, failure);
    }

    private void finish(String key, CompletableFuture<Void> finished) {
        lastOfKey.remove(key, finished);
        intake.leave();
        finished.complete(null);
    }

    private static String key(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> RecordKey.text(record.getKey()))
                .orElse("");
    }
}
