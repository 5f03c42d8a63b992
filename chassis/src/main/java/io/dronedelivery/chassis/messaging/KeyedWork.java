package io.dronedelivery.chassis.messaging;

import io.dronedelivery.chassis.retry.Outage;
import io.dronedelivery.chassis.tracing.LogFields;
import io.dronedelivery.chassis.tracing.RecordSpan;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages out: those of one key in order, those of several keys side by side, no more at a time than allowed. What
 * another process's outage prevents is tried again for as long as it takes. Each message is a span of its trace while it is
 * carried out.
 *
 * @param <T> the type of the messages
 */
final class KeyedWork<T> {
    private static final Logger log = Logger.getLogger(KeyedWork.class);

    private final Class<T> type;
    private final Function<T, Uni<Void>> handler;
    private final ConcurrencyLimit intake;
    private final Map<String, CompletableFuture<Void>> lastOfKey = new ConcurrentHashMap<>();

    /** What to do with a message that was carried out, or that failed for another reason than an outage. */
    interface End {
        Uni<Void> of(@Nullable Throwable failure);
    }

    /**
     * A message that is begun.
     *
     * @param room completes when there is room for the next
     * @param finished completes when it is carried out, and its end is done
     */
    record Begun(CompletionStage<Void> room, CompletableFuture<Void> finished) {}

    KeyedWork(Class<T> type, int concurrency, Function<T, Uni<Void>> handler) {
        this.type = type;
        this.handler = handler;
        this.intake = new ConcurrencyLimit(concurrency);
    }

    /** Begins a message, now or after those before it of the same key. */
    Begun begin(Message<byte[]> message, End end) {
        CompletionStage<Void> room = intake.enter();
        String key = key(message);
        CompletableFuture<Void> finished = new CompletableFuture<>();
        CompletableFuture<Void> before = lastOfKey.put(key, finished);
        Runnable processing = () -> onContextOf(message, () -> process(message, key, end, finished));
        if (before == null) {
            processing.run();
        } else {
            before.whenComplete((_, _) -> processing.run());
        }
        return new Begun(room, finished);
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

    private void process(Message<byte[]> message, String key, End end, CompletableFuture<Void> finished) {
        RecordSpan span = RecordSpan.processing(message);
        span.enter();
        LogFields.delivery(RecordKey.shown(key));
        Outage.retryUntilOver(RecordKey.shown(key), () -> handler.apply(Payloads.read(message, type)))
                .onItemOrFailure()
                .invoke((_, failure) -> span.end(failure))
                .onItemOrFailure()
                .transformToUni((_, failure) -> end.of(failure))
                .subscribe()
                .with(_ -> finish(key, finished), bug -> {
                    log.errorf(
                            bug,
                            "message not acknowledged, it will come again after a restart key=%s",
                            RecordKey.shown(key));
                    finish(key, finished);
                });
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
