package io.dronedelivery.supervisor.compensation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.supervisor.PgFixture;
import io.dronedelivery.supervisor.compensation.domain.CompensationMessages;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.access.Tokens;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Sends the messages of the first attempt at one delivery, and calls the operators' API for its compensation. */
record CompensationClient(String deliveryId) {
    static final String OPERATOR = "ada";
    private static final String COMPENSATION = "/operations/compensations/{deliveryId}/1";

    /** The scheduler could not carry it out. */
    void rejected(List<Step> steps) {
        send(
                Topic.DELIVERY_COMPENSATIONS,
                "/1",
                CompensationMessages.compensation(deliveryId, 1, steps, Instant.now()));
    }

    /** Its flight failed so long ago that the grace is over. */
    void interrupted() {
        Instant longAgo = Instant.now().minus(Duration.ofHours(1));
        send(Topic.DELIVERY_EVENTS, "/5", CompensationMessages.interrupted(deliveryId, 1, 5, longAgo));
    }

    private void send(Topic topic, String id, Object message) {
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.send(topic, deliveryId, deliveryId + id, message);
        }
    }

    ValidatableResponse compensation() {
        return get(COMPENSATION, deliveryId).then();
    }

    void becomes(String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> compensation().statusCode(200).body("state.type", equalTo(state)));
    }

    /** The operator acts; a body need not be. */
    ValidatableResponse act(Method method, String what, @Nullable String body) {
        RequestSpecification operator = given().header(Tokens.bearer(Grant.operator(OPERATOR)));
        RequestSpecification request = body == null
                ? operator.noContentType()
                : operator.contentType(ContentType.JSON).body(body);
        return request.request(method, COMPENSATION + "/" + what, deliveryId).then();
    }

    List<DeliveryRequest> published(int count) {
        return PgFixture.published(deliveryId, count);
    }
}
