package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.dronedelivery.contracts.Json;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Reads what a record says. Its key and headers decide only whether it is read: they may be missing, or anything. */
public final class Payloads {
    private static final String CONTENT_TYPE = "content-type";
    /** CloudEvents 1.0, Kafka protocol binding, section 3.3: the attributes are in the payload, around the data. */
    private static final String STRUCTURED_MODE = "application/cloudevents";

    private Payloads() {}

    /**
     * The message in the payload.
     *
     * @throws RuntimeException where there is none of that type; the message says why
     */
    public static <T> T read(Message<byte[]> message, Class<T> type) {
        byte @Nullable [] payload = message.getPayload();
        Objects.requireNonNull(payload, "a record without a payload");
        if (isStructured(message)) {
            throw new IllegalArgumentException("a CloudEvent in structured mode; only binary mode is read");
        }
        return Objects.requireNonNull(Json.read(payload, type), "a message of nothing but null");
    }

    private static boolean isStructured(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> isStructured(record.getHeaders()))
                .orElse(false);
    }

    private static boolean isStructured(Headers headers) {
        for (Header header : headers.headers(CONTENT_TYPE)) {
            byte @Nullable [] value = header.value();
            if (value != null
                    && new String(value, ISO_8859_1)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .startsWith(STRUCTURED_MODE)) {
                return true;
            }
        }
        return false;
    }
}
