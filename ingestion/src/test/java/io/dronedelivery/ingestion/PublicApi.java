package io.dronedelivery.ingestion;

import static io.restassured.RestAssured.given;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.access.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The public API as a client calls it, and what of it is stored. */
final class PublicApi {
    static final String PATH = "/api/v2/deliveries";
    static final String CANCELLATION = PATH + "/{deliveryId}/cancellation";
    private static final String REQUESTS = Topic.DELIVERY_REQUESTS.topicName();

    private PublicApi() {}

    static Response schedule(String body) {
        return as("ann").body(body).post(PATH);
    }

    static Response cancel(String account, String deliveryId) {
        return as(account).post(CANCELLATION, deliveryId);
    }

    /** A request with a key of its own. */
    static RequestSpecification as(String account) {
        return as(account, UUID.randomUUID().toString());
    }

    static RequestSpecification as(String account, String key) {
        return withoutKey(account).header("Idempotency-Key", key);
    }

    static RequestSpecification withoutKey(String account) {
        return given().header(Tokens.bearer(Grant.customer(account))).contentType("application/json");
    }

    static List<ConsumerRecord<String, byte[]>> storedFor(String deliveryId) {
        return storedFor(deliveryId, 1);
    }

    static List<ConsumerRecord<String, byte[]>> storedFor(String deliveryId, int count) {
        try (KafkaProbe probe = new KafkaProbe()) {
            return probe.awaitRecords(REQUESTS, record -> record.key().equals(deliveryId), count);
        }
    }

    static int stored() {
        try (KafkaProbe probe = new KafkaProbe()) {
            return probe.all(REQUESTS).size();
        }
    }
}
