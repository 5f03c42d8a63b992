package io.dronedelivery.gateway.edge;

import static io.dronedelivery.gateway.standin.Requests.DELIVERY;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestIdTest {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void anIdOfTheRightFormIsKept() {
        String id = "aZ09_-".repeat(10) + "abcd";
        assertThat(id).hasSize(64);
        customer()
                .header("X-Request-Id", id)
                .get(DELIVERY)
                .then()
                .header("X-Request-Id", equalTo(id))
                .body("headers.x-request-id", equalTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "ä", "a\"b", "<script>"})
    void anyOtherIsReplaced(String id) {
        customer().header("X-Request-Id", id).get(DELIVERY).then().header("X-Request-Id", matchesRegex(UUID));
    }

    @Test
    void oneThatIsTooLongIsReplaced() {
        String id = customer()
                .header("X-Request-Id", "a".repeat(65))
                .get(DELIVERY)
                .then()
                .header("X-Request-Id", matchesRegex(UUID))
                .extract()
                .path("headers.x-request-id");
        assertThat(id).matches(UUID);
    }

    @Test
    void everyAnswerHasOne() {
        given().get(DELIVERY).then().statusCode(401).header("X-Request-Id", matchesRegex(UUID));
        given().header("Authorization", "Bearer a.b.c")
                .get(DELIVERY)
                .then()
                .statusCode(401)
                .header("X-Request-Id", matchesRegex(UUID));
        customer().get("/nowhere").then().statusCode(404).header("X-Request-Id", matchesRegex(UUID));
    }
}
