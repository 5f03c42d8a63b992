package io.dronedelivery.gateway.version;

import static io.dronedelivery.gateway.standin.Requests.customer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.chassis.http.RawClient;
import io.dronedelivery.gateway.standin.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of version 1 sends and gets, and that version 2 is left as it is. */
@QuarkusTest
class VersionsTest {
    private static final String V1 = "/api/v1/deliveries";
    private static final String V2 = "/api/v2/deliveries";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static void deprecated(Response answer, String successor) {
        assertThat(answer.header("Deprecation")).isEqualTo("@1796083200");
        assertThat(answer.header("Sunset")).isEqualTo("Wed, 01 Dec 2027 00:00:00 GMT");
        assertThat(answer.headers().getValues("Link"))
                .containsExactly(
                        "<http://localhost:8080/docs>; rel=\"deprecation\"; type=\"text/html\"",
                        "<http://localhost:8080%s>; rel=\"successor-version\"".formatted(successor));
    }

    @Test
    void anOrderWithoutAKeyGetsAFreshOneEachTime() {
        String first = customer().body("{}").post(V1).path("headers.idempotency-key");
        String second = customer().body("{}").post(V1).path("headers.idempotency-key");

        assertThat(first).matches(UUID).isNotEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k1", "\"k 1\"", ""})
    void aKeyIsPassedOnWhateverItIs(String key) {
        customer()
                .header("Idempotency-Key", key)
                .body("{}")
                .patch(V1 + "/d1")
                .then()
                .body("method", equalTo("PATCH"))
                .body("uri", equalTo(V2 + "/d1"))
                .body("headers.idempotency-key", equalTo(key))
                .body("body", equalTo("{}"));
    }

    @Test
    void aCancelIsPostedWithItsReasonInTheBody() {
        customer()
                .body("what nobody asks for")
                .delete(V1 + "/d1?reason=Sold%20out%20%C3%A9&x=1")
                .then()
                .body("method", equalTo("POST"))
                .body("uri", equalTo(V2 + "/d1/cancellation"))
                .body("headers.content-type", equalTo("application/json"))
                .body("headers.idempotency-key", matchesRegex(UUID))
                .body("body", equalTo("{\"reason\":\"Sold out é\"}"));
        customer().delete(V1 + "/d1").then().body("body", equalTo("{}"));
        customer().delete(V1 + "/d1?reason=").then().body("body", equalTo("{\"reason\":\"\"}"));
    }

    @Test
    void aQueryThatCanNotBeDecodedIsRefusedInBothVersions() throws Exception {
        for (String target : List.of("DELETE /api/v1/deliveries/d1?reason=%zz", "GET /api/v2/deliveries?status=%zz")) {
            try (RawClient client = new RawClient()) {
                client.send(Requests.raw(target + " HTTP/1.1"));
                assertThat(client.answer().status()).isEqualTo(400);
            }
        }
    }

    @Test
    void acceptedRequestsLeadToTheVersionThatWasAsked() {
        for (Response answer : List.of(
                customer().header("Behave", "accepted").body("{}").post(V1),
                customer().header("Behave", "accepted").body("{}").patch(V1 + "/d1"),
                customer().header("Behave", "accepted").delete(V1 + "/d1"))) {
            leadsTo(answer, V1);
        }
        leadsTo(customer().header("Behave", "accepted").body("{}").post(V2), V2);
    }

    private static void leadsTo(Response answer, String version) {
        answer.then()
                .statusCode(202)
                .header("Location", equalTo("http://localhost:8080" + version + "/d1"))
                .body("deliveryId", equalTo("d1"))
                .body("links.self", equalTo("http://localhost:8080" + version + "/d1"))
                .body("links.timeline", equalTo("http://localhost:8080" + version + "/d1/timeline"));
    }

    @Test
    void aBadReasonIsToldAsTheParameterThatItWas() {
        customer()
                .header("Behave", "bad-reason")
                .delete(V1 + "/d1?reason=x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("reason: must be a text"))
                .body("errors[0].field", equalTo("reason"));
        customer()
                .header("Behave", "bad-reason")
                .body("{}")
                .post(V2 + "/d1/cancellation")
                .then()
                .body("errors[0].field", equalTo("/reason"));
    }

    @Test
    void anAnswerThatIsFarTooLargeIsNotKept() {
        customer()
                .header("Behave", "endless")
                .body("{}")
                .post(V1)
                .then()
                .statusCode(502)
                .body("detail", containsString("far too much"));
    }

    @Test
    void aServiceThatFailsIsToldInVersionOne() {
        deprecated(customer().header("Behave", "silent").delete(V1 + "/d1"), V2 + "/d1");
    }

    @Test
    void everyAnswerOfVersionOneTellsItsEnd() {
        deprecated(customer().get(V1 + "/d1"), V2 + "/d1");
        deprecated(customer().header("Behave", "accepted").delete(V1 + "/d1"), V2 + "/d1");
        deprecated(given().get(V1), V2);
        deprecated(customer().put(V1 + "/d1"), V2 + "/d1");
        deprecated(customer().get("/api/v1/quotes"), "/api/v2/quotes");
        deprecated(customer().get("/api/v1/invoices/never"), "/api/v2/invoices/never");
        deprecated(customer().header("Behave", "bad-reason").delete(V1 + "/d1"), V2 + "/d1");
    }

    @Test
    void aStreamTellsItsEndToo() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(
                    "GET /api/v1/deliveries/d1/tracking HTTP/1.1", "Accept: text/event-stream", "Behave: events"));
            assertThat(client.answer().headers())
                    .containsEntry("content-type", "text/event-stream")
                    .containsEntry("deprecation", "@1796083200")
                    .containsKeys("sunset", "link");
            assertThat(client.chunk()).isEqualTo(": hello\n\n");
        }
    }

    @Test
    void nothingElseIsDeprecated() {
        for (String path : List.of(V2 + "/d1", "/api/v10/deliveries", "/openapi.json")) {
            customer()
                    .get(path)
                    .then()
                    .header("Deprecation", nullValue())
                    .header("Sunset", nullValue())
                    .header("Link", nullValue());
        }
    }

    @Test
    void versionTwoIsNotTranslated() {
        customer().body("{}").post(V2).then().body("uri", equalTo(V2)).body("headers", not(hasKey("idempotency-key")));
        customer().delete(V2 + "/d1").then().statusCode(405);
    }

    @Test
    void aBrowserMayReadTheHeaders() {
        assertThat(customer()
                        .header("Origin", "https://console.example.com")
                        .get(V1)
                        .header("Access-Control-Expose-Headers"))
                .contains("Deprecation", "Sunset", "Link");
    }
}
