package io.dronedelivery.gateway.edge;

import static io.dronedelivery.gateway.standin.Requests.DELIVERY;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static io.dronedelivery.gateway.standin.Requests.operator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorsTest {
    private static final String KNOWN = "https://console.example.com";

    private static RequestSpecification preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key");
    }

    @Test
    void aBrowserMayAskFirstWithoutAToken() {
        preflight(KNOWN)
                .options(DELIVERY)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo(KNOWN))
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Max-Age", equalTo("3600"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("origin"));
    }

    @Test
    void pagesOfAnotherOriginAreRefused() {
        for (String origin : new String[] {"https://evil.example", KNOWN + ".evil.example", "null"}) {
            preflight(origin)
                    .options(DELIVERY)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void everyAnswerMayBeReadByAKnownOrigin() {
        readable(customer().header("Origin", KNOWN).get(DELIVERY).then().statusCode(200));
        readable(given().header("Origin", KNOWN).get(DELIVERY).then().statusCode(401));
        readable(given().header("Origin", KNOWN)
                .header("Authorization", "Bearer a.b.c")
                .get(DELIVERY)
                .then()
                .statusCode(401));
        readable(operator().header("Origin", KNOWN).get(DELIVERY).then().statusCode(403));
        readable(operator().header("Origin", KNOWN).get("/nowhere").then().statusCode(404));
        readable(customer().header("Origin", KNOWN).put(DELIVERY).then().statusCode(405));
        readable(customer()
                .header("Origin", KNOWN)
                .body(new byte[(1 << 20) + 1])
                .post("/api/v2/deliveries")
                .then()
                .statusCode(413));
        readable(operator()
                .header("Origin", KNOWN)
                .get("/operations/v1/intake")
                .then()
                .statusCode(503));
    }

    private static void readable(ValidatableResponse answer) {
        answer.header("Access-Control-Allow-Origin", equalTo(KNOWN))
                .header(
                        "Access-Control-Expose-Headers",
                        equalTo("Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, WWW-Authenticate,"
                                + " Deprecation, Sunset, Link"));
    }

    @Test
    void anotherOriginIsServedButItsPageMayNotRead() {
        customer()
                .header("Origin", "https://evil.example")
                .get(DELIVERY)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
