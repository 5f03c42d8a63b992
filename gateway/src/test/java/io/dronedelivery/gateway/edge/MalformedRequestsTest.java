package io.dronedelivery.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.http.RawClient;
import io.dronedelivery.gateway.standin.Observed;
import io.dronedelivery.gateway.standin.Requests;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no HTTP, or that somebody could read in two ways. */
@QuarkusTest
class MalformedRequestsTest {
    private static final String POST = "POST /api/v2/deliveries HTTP/1.1";
    private static final String GET = "GET /api/v2/deliveries/d1 HTTP/1.1";
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** Nothing after it is taken for a request. */
    private static void refused(String bytes, int status) throws Exception {
        long before = Observed.begun();
        try (RawClient client = new RawClient()) {
            client.send(bytes + SMUGGLED);
            assertThat(client.answer().status()).isEqualTo(status);
            assertThat(client.rest()).doesNotContain("HTTP/1.1");
        }
        assertThat(Observed.begun()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: 4, 5",
                "Content-Length: -1",
                "Content-Length: +4",
                "Content-Length: 0x4",
                "Content-Length: 4 4",
                "Content-Length: 99999999999999999999",
                "Content-Length:",
                "Transfer-Encoding: chunked, identity",
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Host: another",
                "Authorization: Bearer another",
                "X-Nul: a\u0000b",
                "X Space: a",
                "X-Space : a",
                "No-Colon",
                ": no name",
                "Transfer-Encoding : chunked",
                "Transfer\u000bEncoding: chunked"
            })
    void aHeaderThatIsNoneIsRefused(String header) throws Exception {
        refused(Requests.raw(POST, header), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "gzip", "identity", "xchunked", "chunked\r\nTransfer-Encoding: chunked"})
    void anotherCodingThanChunkedIsNotKnown(String coding) throws Exception {
        refused(Requests.raw(POST, "Transfer-Encoding: " + coding), 501);
    }

    @Test
    void withoutAHostItIsRefused() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send("GET / HTTP/1.1\r\n\r\n");
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/deliveries/d1 HTTP/2.0",
                "GET /a b HTTP/1.1",
                "GET",
                "\u0016\u0003\u0001",
                "PRI * HTTP/2.0"
            })
    void aRequestLineThatIsNoneIsRefused(String line) throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(line + "\r\nHost: localhost\r\n\r\n");
            assertThat(client.rest()).matches("(?s)HTTP/... (400|501|505) .*").doesNotContain("200 OK");
        }
    }

    @Test
    void aFoldedHeaderIsOne() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(GET, "X-Folded: a", " b: c"));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("\"b\":");
        }
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws Exception {
        refused(Requests.raw(GET, "X-Large: " + "x".repeat(17 << 10)), 431);
        refused("GET /" + "x".repeat(5000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414);
    }

    @Test
    void anOldVersionIsRefused() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send("GET /api/v2/deliveries/d1 HTTP/1.0\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(505);
        }
    }

    @Test
    void chunksThatAreNoneAreNotPassedOnAsAWhole() throws Exception {
        for (String chunk : List.of("zz\r\nabc\r\n", "-1\r\n", "ffffffffffffffff\r\n")) {
            try (RawClient client = new RawClient()) {
                client.send(Requests.raw(POST, "Transfer-Encoding: chunked") + chunk);
                String told = client.rest();
                assertThat(told).as(chunk).doesNotContain("200 OK");
            }
        }
    }

    @Test
    void aClientThatLeavesInTheMiddleOfAHeaderHarmsNobody() throws Exception {
        for (int i = 0; i < 50; i++) {
            RawClient client = new RawClient();
            client.send(Requests.raw(GET).substring(0, 40 + i));
            client.hangUp();
        }
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(GET));
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void requestsInARowAreAnsweredInTheirOrder() throws Exception {
        int count = 20;
        List<RawClient> clients = new ArrayList<>();
        for (int c = 0; c < 5; c++) {
            RawClient client = new RawClient();
            clients.add(client);
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < count; i++) {
                String id = "c" + c + "-" + i;
                requests.append(
                        i % 2 == 0
                                ? Requests.raw("GET /api/v2/deliveries/" + id + " HTTP/1.1")
                                : Requests.raw("PATCH /api/v2/deliveries/" + id + " HTTP/1.1", "Content-Length: 2")
                                        + "{}");
            }
            client.send(requests.toString());
        }
        for (int c = 0; c < clients.size(); c++) {
            for (int i = 0; i < count; i++) {
                assertThat(clients.get(c).answer().body())
                        .contains("\"uri\":\"/api/v2/deliveries/c" + c + "-" + i + "\"");
            }
            clients.get(c).close();
        }
    }

    /** By a service, by the gateway itself, by its pages; or refused, by each of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/deliveries/d1",
                "GET /api/v1/invoices/2026-11",
                "GET /operations/v1/drones",
                "GET /openapi.json",
                "PUT /api/v2/deliveries/d1",
                "PUT /api/v1/invoices/2026-11",
                "PUT /openapi.json",
                "GET /nothing"
            })
    void aBodyThatNobodyReadsDoesNotHoldUpTheNextRequest(String request) throws Exception {
        for (String length : List.of("0", "3")) {
            try (RawClient client = new RawClient()) {
                client.send(Requests.raw(request + " HTTP/1.1", "Content-Length: " + length)
                        + "abc".substring(0, Integer.parseInt(length)));
                client.answer();
                client.send(Requests.raw("GET /api/v2/deliveries/d1 HTTP/1.1"));
                assertThat(client.answer().status()).as(length).isEqualTo(200);
            }
        }
    }

    @Test
    void anAbsoluteTargetIsReadForItsPathAlone() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw("GET http://evil.example:1/api/v2/deliveries/d1?a=b HTTP/1.1"));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"uri\":\"/api/v2/deliveries/d1?a=b\"")
                    .doesNotContain("evil");
        }
    }
}
