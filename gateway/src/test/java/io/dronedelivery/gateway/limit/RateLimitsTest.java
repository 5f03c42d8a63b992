package io.dronedelivery.gateway.limit;

import static io.dronedelivery.gateway.standin.Requests.DELIVERY;
import static io.dronedelivery.gateway.standin.Requests.by;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import io.dronedelivery.issuer.Grant;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimitsTest.Narrow.class)
class RateLimitsTest {
    private static final int CAPACITY = 5;

    @TestHTTPResource(value = "/metrics", management = true)
    private String metrics = "";

    /** Few requests, that come back slowly; this machine is a proxy in front. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.limits.of.customer.capacity", "5",
                    "gateway.limits.of.customer.per-second", "1",
                    "gateway.limits.of.drone.capacity", "50",
                    "gateway.limits.of.drone.per-second", "50",
                    "gateway.limits.of.address.capacity", "5",
                    "gateway.limits.of.address.per-second", "1",
                    "gateway.edge.trusted-proxies", "127.0.0.0/8,::1,10.0.0.0/8");
        }
    }

    private static RequestSpecification from(String... forwarded) {
        return given().header("X-Forwarded-For", String.join(", ", forwarded));
    }

    private static void exhaust(RequestSpecification requests, int status) {
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(requests.get(DELIVERY).statusCode()).isEqualTo(status);
        }
        refused(requests);
    }

    /** The refusal. On a slow machine some requests are granted meanwhile, but fewer than a client without any would have. */
    private static ValidatableResponse refused(RequestSpecification requests) {
        for (int i = 1; i < CAPACITY; i++) {
            Response answer = requests.get(DELIVERY);
            if (answer.statusCode() == 429) {
                return answer.then();
            }
        }
        throw new AssertionError("never 429");
    }

    @Test
    void everyAnswerTellsTheLimitAndWhatIsLeft() {
        Response first = by(Grant.customer("told")).get(DELIVERY);
        first.then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"customer\";q=5;w=5"))
                .header("RateLimit", equalTo("\"customer\";r=4;t=1"));
        by(Grant.customer("told"))
                .get("/nowhere")
                .then()
                .statusCode(404)
                .header("RateLimit", matchesRegex("\"customer\";r=[34];t=[12]"));
        by(Grant.drone("told"))
                .get(DELIVERY)
                .then()
                .statusCode(403)
                .header("RateLimit", matchesRegex("\"drone\";r=49;t=1"));
        from("192.0.2.1")
                .get(DELIVERY)
                .then()
                .statusCode(401)
                .header("RateLimit-Policy", equalTo("\"address\";q=5;w=5"))
                .header("RateLimit", equalTo("\"address\";r=4;t=1"));
    }

    @Test
    void tooManyRequestsAreRefused() {
        exhaust(by(Grant.customer("busy")), 200);
        refused(by(Grant.customer("busy")))
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("RateLimit", equalTo("\"customer\";r=0;t=1"))
                .body("type", equalTo("http://localhost:8080/problems/too-many-requests"));
        given().get(metrics)
                .then()
                .body(containsString("gateway_requests_limited_total{policy=\"customer\"}"))
                .body(containsString("gateway_clients_remembered{policy=\"drone\"}"));
    }

    @Test
    void allTokensOfAnAccountShareItsLimit() {
        exhaust(by(new Grant("customer", "one", "shared", Duration.ofMinutes(5))), 200);
        refused(by(new Grant("customer", "two", "shared", Duration.ofMinutes(5))));
        by(Grant.customer("another")).get(DELIVERY).then().statusCode(200);
    }

    @Test
    void afterAWhileItGoesOn() {
        exhaust(by(Grant.customer("patient")), 200);
        await().untilAsserted(
                        () -> by(Grant.customer("patient")).get(DELIVERY).then().statusCode(200));
    }

    @Test
    void requestsWithoutAGoodTokenCountAgainstTheirAddress() {
        exhaust(from("192.0.2.2"), 401);
        exhaust(from("192.0.2.3").header("Authorization", "Bearer a.b.c"), 401);
        refused(from("192.0.2.3")).header("Retry-After", equalTo("1"));
        from("192.0.2.4").get(DELIVERY).then().statusCode(401);
    }

    @Test
    void aGoodTokenGoesOnWorkingThere() {
        exhaust(from("192.0.2.5"), 401);
        by(Grant.customer("neighbour"))
                .header("X-Forwarded-For", "192.0.2.5")
                .get(DELIVERY)
                .then()
                .statusCode(200);
    }

    @Test
    void theLastAddressThatIsNoProxyCountsWhateverIsBeforeIt() {
        exhaust(from("192.0.2.6"), 401);
        refused(from("203.0.113.9", "192.0.2.6", "10.1.1.1"));
        from("192.0.2.6", "203.0.113.9").get(DELIVERY).then().statusCode(401);
        refused(from("192.0.2.6:4711"));
    }

    @Test
    void theFirstHalfOfAnIpv6AddressCounts() {
        exhaust(from("2001:db8:1:2::1"), 401);
        refused(from("2001:db8:1:2:ffff::2"));
        refused(from("[2001:db8:1:2::3]:80"));
        from("2001:db8:1:3::1").get(DELIVERY).then().statusCode(401);
    }

    @Test
    void whatIsNoAddressIsNotBelieved() {
        from("unknown").get(DELIVERY).then().statusCode(401);
        from("1.2.3", "x'y").get(DELIVERY).then().statusCode(401);
        from("").get(DELIVERY).then().statusCode(401);
    }
}
