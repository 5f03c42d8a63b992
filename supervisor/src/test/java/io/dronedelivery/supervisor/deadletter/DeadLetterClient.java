package io.dronedelivery.supervisor.deadletter;

import static io.restassured.RestAssured.given;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.testing.access.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Puts anything at all into a topic, and does what an operator does. */
public final class DeadLetterClient implements AutoCloseable {
    public static final String LETTERS = "/operations/dead-letters";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int BYTES_MAX = 2 << 20;

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                    "max.request.size",
                    BYTES_MAX),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    /** To the first partition, so that these come one after the other. */
    public Place send(String topic, byte @Nullable [] key, byte @Nullable [] payload, Map<String, byte[]> headers) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, 0, key, payload);
        headers.forEach((name, value) -> message.headers().add(name, value));
        try {
            RecordMetadata sent = producer.send(message).get();
            return new Place(topic, 0, sent.offset());
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The id of the letter at that place of the dead letters, once it is kept. */
    public long awaitAt(Place place) {
        return await(
                "findAll { it.place.topic == '%s' && it.place.offset == %d }".formatted(place.topic(), place.offset()));
    }

    /** The id of the letter that was consumed at that place, once it is kept. */
    public long awaitFrom(Place place) {
        return await("findAll { it.origin.topic == '%s' && it.origin.partition == 0 && it.origin.offset == %d }"
                .formatted(place.topic(), place.offset()));
    }

    private long await(String which) {
        return Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> first(which), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Long> first(String which) {
        List<Number> ids = given().queryParam("limit", 200)
                .get(LETTERS)
                .then()
                .statusCode(200)
                .extract()
                .path("letters." + which + ".id");
        return ids.stream().map(Number::longValue).findFirst();
    }

    public ValidatableResponse view(long id) {
        return given().get(LETTERS + "/" + id).then();
    }

    public ValidatableResponse edit(long id, byte[] payload) {
        return operator()
                .contentType("application/json")
                .body(payload)
                .put(LETTERS + "/" + id + "/payload")
                .then();
    }

    public ValidatableResponse replay(long id) {
        return operator().noContentType().post(LETTERS + "/" + id + "/replay").then();
    }

    public ValidatableResponse discard(long id, String body) {
        return operator()
                .contentType("application/json")
                .body(body)
                .post(LETTERS + "/" + id + "/discard")
                .then();
    }

    public RequestSpecification operator() {
        return given().header(Tokens.bearer(Grant.operator("ann")));
    }

    @Override
    public void close() {
        producer.close();
    }
}
