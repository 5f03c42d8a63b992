package io.dronedelivery.gateway.proxy;

import static io.dronedelivery.gateway.standin.Requests.DELIVERY;
import static io.dronedelivery.gateway.standin.Requests.by;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static io.dronedelivery.gateway.standin.Requests.operator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.dronedelivery.issuer.Grant;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PassThroughTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    private String readiness = "";

    @TestHTTPResource(value = "/metrics", management = true)
    private String metrics = "";

    @Test
    void itIsReadyWithoutABroker() {
        given().get(readiness).then().statusCode(200);
    }

    @Test
    void aRequestIsPassedOnAsItIs() {
        customer()
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body("{\"reference\": \"é\"}")
                .post("/api/v2/deliveries?a=1&b=%2F..%2F")
                .then()
                .statusCode(200)
                .body("service", equalTo("ingestion"))
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/api/v2/deliveries?a=1&b=%2F..%2F"))
                .body("headers.idempotency-key", equalTo("k1"))
                .body("headers.content-type", startsWith("application/json"))
                .body("headers.authorization", startsWith("Bearer "))
                .body("body", equalTo("{\"reference\": \"é\"}"));
    }

    @Test
    void eachScopeReachesItsService() {
        operator()
                .get("/operations/v1/accounts/a%20b?x")
                .then()
                .body("service", equalTo("accounting"))
                .body("uri", equalTo("/accounts/a%20b?x"));
        by(Grant.drone("dr1")).body("[]").post("/telemetry").then().body("service", equalTo("drone"));
        by(Grant.carrier("overland"))
                .post("/carriers/overland/callbacks")
                .then()
                .body("service", equalTo("transport"));
    }

    @Test
    void theTraceOfAClientIsPassedOn() {
        String parent = "00-" + "a".repeat(32) + "-b7ad6b7169203331-01";
        customer()
                .header("traceparent", parent)
                .header("tracestate", "a=b")
                .get(DELIVERY)
                .then()
                .body("headers.traceparent", equalTo(parent))
                .body("headers.tracestate", equalTo("a=b"));
    }

    @Test
    void theHeadIsHadAlone() {
        customer().head(DELIVERY).then().statusCode(200).header("Content-Type", equalTo("application/json"));
    }

    @Test
    void whatIsInNoRouteIsNotThere() {
        for (String path : new String[] {
            "/", "/operations/downstreams", "/deliveries/d1", "/q/openapi", "/api/v2/deliveries/..", "/api/v2/a%2Fb"
        }) {
            operator()
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("NOT_FOUND"));
            given().urlEncodingEnabled(false).get(path).then().statusCode(401);
        }
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        customer()
                .put(DELIVERY)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, PATCH"));
        customer().options(DELIVERY).then().statusCode(204).header("Allow", containsString("PATCH"));
    }

    @Test
    void withoutAGoodTokenNothingIsReached() {
        given().get(DELIVERY)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
        given().header("Authorization", "Bearer x.y.z").get(DELIVERY).then().statusCode(401);
        by(Grant.customer("ann").lasting(Duration.ofMinutes(-1)))
                .get(DELIVERY)
                .then()
                .statusCode(401);
    }

    @Test
    void anotherScopeIsNotEnough() {
        for (Grant grant :
                new Grant[] {Grant.operator("Ada"), Grant.drone("d"), Grant.carrier("c"), Grant.service("drone")}) {
            by(grant)
                    .get(DELIVERY)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", containsString("scope=\"customer\""));
        }
    }

    @Test
    void aServiceTokenIsGoodForNothingHere() {
        by(Grant.service("drone")).get("/deliveries/d1").then().statusCode(404);
        by(Grant.service("drone")).get("/operations/v1/drones").then().statusCode(403);
    }

    @Test
    void metricsHaveTheTemplateAndNeverThePath() {
        customer().get("/api/v2/deliveries/in-no-metric").then().statusCode(200);
        customer().get("/api/v1/deliveries/in-no-metric").then().statusCode(200);
        given().get("/made/up").then().statusCode(401);
        customer().request("MADEUP", DELIVERY).then().statusCode(405);
        String told = given().get(metrics).then().extract().asString();
        assertThat(told)
                .contains("uri=\"/api/v2/deliveries/{id}\"", "uri=\"/api/v1/deliveries/{id}\"")
                .doesNotContain("in-no-metric")
                .doesNotContain("made/up")
                .doesNotContain("MADEUP");
    }
}
