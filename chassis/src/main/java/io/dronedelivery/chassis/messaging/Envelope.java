package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.chassis.tracing.TraceContext;
import io.dronedelivery.contracts.Json;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Puts a message into a CloudEvent in binary mode (CloudEvents 1.0, Kafka protocol binding): attributes in headers. The trace
 * context is in a header of its own, as in requests.
 */
public final class Envelope {
    private static final String SOURCE =
            "/" + ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);

    private static final String TYPE = "ce_type";

    private Envelope() {}

    /** The type of the message that has these headers; empty where they name none. */
    static String type(Headers headers) {
        Header type = headers.lastHeader(TYPE);
        return type == null || type.value() == null ? "" : new String(type.value(), UTF_8);
    }

    /**
     * A message to send over a channel.
     *
     * @param key the Kafka key: messages of one key stay in order
     * @param id the CloudEvents id: who has seen it drops a repeat
     * @param contract the payload
     */
    public static Message<byte[]> of(String key, String id, Object contract) {
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key)
                .withHeaders(headers(id, contract.getClass().getSimpleName(), TraceContext.current()))
                .build();
        return Message.of(Json.bytes(contract)).addMetadata(metadata);
    }

    /**
     * The headers of a message of that type.
     *
     * @param traceparent the trace context of what sends it; null where that is not traced
     */
    public static Headers headers(String id, String type, @Nullable String traceparent) {
        Headers headers = new RecordHeaders()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", id.getBytes(UTF_8))
                .add("ce_source", SOURCE.getBytes(UTF_8))
                .add(TYPE, type.getBytes(UTF_8))
                .add("content-type", "application/json".getBytes(UTF_8));
        return traceparent == null ? headers : headers.add(TraceContext.HEADER, traceparent.getBytes(UTF_8));
    }
}
