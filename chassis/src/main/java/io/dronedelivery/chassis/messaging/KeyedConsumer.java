package io.dronedelivery.chassis.messaging;

import io.dronedelivery.chassis.retry.Outage;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Consumes a topic message by message: those of one key in order, those of several keys side by side, no more at a time than
 * allowed; beyond that the topic waits. What another process's outage prevents is tried again for as long as it takes; what
 * can't be parsed or processed goes to the topic's dead letters. For work that may wait long for others: where it does not,
 * {@link BatchConsumer} costs less.
 *
 * @param <T> the type of the messages
 */
public final class KeyedConsumer<T> {
    private final KeyedWork<T> work;
    private final Gate gate;

    /**
     * @param type what to parse a message into
     * @param concurrency how many messages may be under way at a time
     * @param handler carries a message out; idempotent, since a message may come again
     * @param gate where messages wait before they are begun
     */
    public KeyedConsumer(Class<T> type, int concurrency, Function<T, Uni<Void>> handler, Gate gate) {
        this.work = new KeyedWork<>(type, concurrency, handler);
        this.gate = gate;
    }

    /** Takes a message; the answer completes when there is room for the next. To be returned from an @Incoming method. */
    public CompletionStage<Void> accept(Message<byte[]> message) {
        return gate.pass().thenCompose(_ -> work.begin(
                        message,
                        failure -> failure == null
                                ? Outage.retryForever(message::ack)
                                : DeadLetters.send(message, failure))
                .room());
    }
}
