package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.chassis.retry.Outage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Where messages go that can't be parsed or processed: {@link DeadLetter} says in which form.
 */
public final class DeadLetters {
    /** The consumer group that could not do with the message: a topic has several. */
    public static final String GROUP = "dead-letter-group";

    /** The same for the same fault. */
    public static final String STACK_DIGEST = "dead-letter-stack-digest";

    private static final Logger log = Logger.getLogger(DeadLetters.class);
    private static final int REASON_CHARACTERS_MAX = 4_000;

    private DeadLetters() {}

    /** Sends the message there, and acknowledges it once the broker has it, however long that takes. */
    public static Uni<Void> send(Message<?> message, Throwable failure) {
        Metadata metadata = Metadata.of(OutgoingKafkaRecordMetadata.builder()
                .withHeaders(headers(message, failure))
                .build());
        Throwable reason = abridged(failure);
        log.errorf(reason, "message goes to the dead letters %s", origin(message));
        return Outage.retryForever(() -> message.nack(reason, metadata));
    }

    /** Sends each message there, one after the other. */
    static Uni<Void> send(Map<? extends Message<?>, Throwable> failed) {
        return Multi.createFrom()
                .iterable(failed.entrySet())
                .onItem()
                .transformToUniAndConcatenate(message -> send(message.getKey(), message.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    /** Whose and which fault it is. */
    static Headers headers(Message<?> message, Throwable failure) {
        return new RecordHeaders()
                .add(GROUP, group(message).getBytes(UTF_8))
                .add(STACK_DIGEST, StackDigest.of(failure).getBytes(UTF_8));
    }

    private static String group(Message<?> message) {
        Config config = ConfigProvider.getConfig();
        return record(message)
                .flatMap(record -> config.getOptionalValue(
                        "mp.messaging.incoming." + record.getChannel() + ".group.id", String.class))
                .or(() -> config.getOptionalValue("quarkus.application.name", String.class))
                .orElse("unknown");
    }

    private static String origin(Message<?> message) {
        return record(message)
                .map(record -> "topic=%s partition=%d offset=%d key=%s"
                        .formatted(
                                record.getTopic(),
                                record.getPartition(),
                                record.getOffset(),
                                RecordKey.shown(record.getKey())))
                .orElse("");
    }

    private static Optional<IncomingKafkaRecordMetadata<?, ?>> record(Message<?> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class).map(record -> record);
    }

    /** The failure, or its beginning where it is long. */
    static Throwable abridged(Throwable failure) {
        return failure instanceof Abridged || !isLong(failure) ? failure : new Abridged(failure);
    }

    /** The class of a failure, abridged or not. */
    static String className(Throwable failure) {
        return failure instanceof Abridged abridged
                ? abridged.className
                : failure.getClass().getName();
    }

    private static boolean isLong(Throwable failure) {
        Throwable cause = failure.getCause();
        return text(failure).length() > REASON_CHARACTERS_MAX
                || cause != null && text(cause).length() > REASON_CHARACTERS_MAX;
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    /**
     * A failure that quotes the message it failed on, maybe all of it: twice the message would be more than the broker
     * takes, and the partition would wait for ever.
     */
    private static final class Abridged extends Exception {
        private static final long serialVersionUID = 1L;

        private final String className;

        Abridged(Throwable failure) {
            super(failure.toString().substring(0, Math.min(failure.toString().length(), REASON_CHARACTERS_MAX)) + " …");
            this.className = failure.getClass().getName();
        }
    }
}
