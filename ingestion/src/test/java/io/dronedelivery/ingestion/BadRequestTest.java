package io.dronedelivery.ingestion;

import static io.dronedelivery.ingestion.PublicApi.CANCELLATION;
import static io.dronedelivery.ingestion.PublicApi.PATH;
import static io.dronedelivery.ingestion.PublicApi.as;
import static io.dronedelivery.ingestion.PublicApi.schedule;
import static io.dronedelivery.ingestion.PublicApi.stored;
import static io.dronedelivery.ingestion.PublicApi.withoutKey;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.dronedelivery.ingestion.domain.Bodies;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a request is said, and nothing of it is stored. */
@QuarkusTest
@QuarkusTestResource(DeliveryStandIn.class)
class BadRequestTest {

    @Test
    void badInputIsAnsweredWithEveryFieldAndNothingIsQueued() {
        int before = stored();

        schedule(Bodies.ORDER.replace("900", "0").replace("SMALL", "TINY"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("http://localhost:8080/problems/invalid"))
                .body("code", equalTo("INVALID"))
                .body("errors", hasSize(2))
                .body("errors.field", hasItem("/package/weightGrams"))
                .body("errors.field", hasItem("/package/size"))
                .body("errors.message", everyItem(containsString("must be")));
        malformed("{\"pickup\": {\n  \"location\" 5", "is not JSON at line 2, column ");
        malformed("{\"pickup\": {}, \"pickup\": {}}", "has a field twice at line 1");
        malformed("{} {}", "more follows");
        malformed("", "is required");
        malformed("null", "must be a JSON object");
        malformed("[1]", "must be a JSON object, but is a list");
        malformed("[".repeat(2000), "nested deeper than 1000");
        malformed("{\"pickup\": nothing}", "is not JSON at line 1");
        malformed("{\"pickup\": NaN}", "is not JSON at line 1");
        malformed("{\"reference\": \"\0\"}", "is not JSON at line 1");
        malformed(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}, "is not JSON at line 1");
        malformed(new byte[] {0, 0, 0, '{', 0x7F, 0x7F, 0x7F, 0x7F}, "not JSON in UTF-8");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void hugeNumbersAreRefusedLikeOthers() {
        for (String number : List.of("99999999999999999999", "1e999999999", "-1e-999999999")) {
            schedule(Bodies.order("900", number))
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("/package/weightGrams")));
        }
    }

    @Test
    void badHeadersAreRefusedAndNothingIsQueued() {
        int before = stored();

        as("an ne").body(Bodies.ORDER).post(PATH).then().statusCode(403).body("detail", containsString("account"));
        as("ann", "k".repeat(256))
                .body(Bodies.ORDER)
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"));
        given().header(Tokens.bearer(Grant.customer("ann")))
                .header("Idempotency-Key", "k1")
                .contentType("text/plain")
                .body(Bodies.ORDER)
                .post(PATH)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void withoutAKeyNothingIsOrderedChangedOrCancelled() {
        int before = stored();

        keyIsMissing(withoutKey("ann").body(Bodies.ORDER).post(PATH));
        keyIsMissing(withoutKey("ann").body("{}").patch(PATH + "/" + DeliveryStandIn.SCHEDULED));
        keyIsMissing(withoutKey("ann").post(CANCELLATION, DeliveryStandIn.SCHEDULED));
        assertThat(stored()).isEqualTo(before);
    }

    private static void keyIsMissing(Response answer) {
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID"))
                .body("errors.field", equalTo(List.of("Idempotency-Key")))
                .body("detail", containsString("best a random UUID"));
    }

    @Test
    void aBadCancellationIsRefusedAndNotQueued() {
        int before = stored();

        for (String body : List.of("{\"reason\": \"\"}", "{\"reason\": \"a\\u0000\"}", "{\"reason\": []}")) {
            as("ann")
                    .body(body)
                    .post(CANCELLATION, DeliveryStandIn.SCHEDULED)
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("/reason")));
        }
        as("ann").body("{").post(CANCELLATION, DeliveryStandIn.SCHEDULED).then().statusCode(400);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndNotQueued() {
        int before = stored();

        schedule(" ".repeat(70_000) + Bodies.ORDER)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("64 KiB"));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aBodySentInChunksHasTheSameLimit() throws Exception {
        int before = stored();

        assertThat(inChunks(" ".repeat(70_000) + Bodies.ORDER)).isEqualTo(413);
        assertThat(stored()).isEqualTo(before);
        assertThat(inChunks(Bodies.ORDER)).isEqualTo(202);
    }

    private static int inChunks(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + PATH))
                .header("Authorization", "Bearer " + Tokens.of(Grant.customer("ann")))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "in-chunks")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static void malformed(String body, String says) {
        malformed(body.getBytes(UTF_8), says);
    }

    private static void malformed(byte[] body, String says) {
        as("ann")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(""))
                .body("errors[0].message", containsString(says))
                .body("detail", not(matchesRegex("(?s).*(java|Feature|jackson|`|Source:).*")));
    }
}
