package io.dronedelivery.gateway.proxy;

import static io.dronedelivery.gateway.standin.Requests.DELIVERY;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.dronedelivery.chassis.http.RawClient;
import io.dronedelivery.gateway.standin.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PassedHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Account-Id",
                "account-id",
                "Operator-Id",
                "X-Account-Id",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-User",
                "Forwarded",
                "X-Real-IP",
                "Remote-User",
                "X-Remote-User",
                "X-Authenticated-User",
                "X-Original-URL",
                "X-HTTP-Method-Override",
                "X-SSL-Client-Cert",
                "True-Client-IP",
                "Cookie",
                "Keep-Alive",
                "Proxy-Connection",
                "Proxy-Authorization"
            })
    void whoAsksIsSaidByTheTokenAlone(String header) {
        customer()
                .header(header, "somebody")
                .get(DELIVERY)
                .then()
                .body("headers", not(hasKey(header.toLowerCase(Locale.ROOT))));
    }

    @Test
    void whatConcernsTheConnectionEndsThere() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(
                    "GET /api/v2/deliveries/d1 HTTP/1.1",
                    "Connection: keep-alive, X-Hop, authorization-x",
                    "X-Hop: 1",
                    "TE: trailers",
                    "Trailer: X-Later",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAMAAABkAAQAAP__",
                    "X-Kept: 1"));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"x-kept\":\"1\"")
                    .doesNotContain("x-hop")
                    .doesNotContain("\"te\"")
                    .doesNotContain("trailer")
                    .doesNotContain("\"upgrade\"")
                    .doesNotContain("\"connection\"");
        }
    }

    @Test
    void theTokenCanNotBeNamedAway() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(
                            "POST /api/v2/deliveries HTTP/1.1",
                            "Connection: content-length, X-Request-Id",
                            "Content-Length: 4")
                    + "body");
            RawClient.Answer answer = client.answer();
            assertThat(answer.body()).contains("\"content-length\":\"4\"", "\"x-request-id\"", "\"body\":\"body\"");
        }
    }

    @Test
    void theHostIsTheServices() {
        customer().header("Host", "evil.example").get(DELIVERY).then().body("headers.host", startsWith("localhost:"));
    }

    @Test
    void anAnswerHasNothingOfTheInside() {
        ValidatableResponse answer =
                customer().header("Behave", "hop-by-hop").get(DELIVERY).then().statusCode(200);
        for (String header : new String[] {
            "X-Hop", "Keep-Alive", "Proxy-Authenticate", "Trailer", "Upgrade", "Server", "X-Powered-By", "Set-Cookie"
        }) {
            assertThat(answer.extract().header(header)).as(header).isNull();
        }
        assertThat(answer.extract().headers().getValues("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(answer.extract().headers().getValues("X-Request-Id"))
                .hasSize(1)
                .doesNotContain("inner");
        assertThat(answer.extract().headers().getValues("RateLimit"))
                .singleElement()
                .asString()
                .startsWith("\"customer\"");
        answer.header("X-Kept", equalTo("1")).header("Location", equalTo("/here"));
    }
}
