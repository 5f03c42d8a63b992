package io.dronedelivery.chassis.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The limit is 64 KiB here. */
@QuarkusTest
class BodyLimitTest {
    private static final int LIMIT = 64 * 1024;
    private static final int TIMES = 100;
    private static final String WISH = "{\"count\": 1, \"serial\": 1, \"height\": 1, \"fragile\": true}";
    private static final String AT_THE_LIMIT = " ".repeat(LIMIT - WISH.length()) + WISH;
    private static final String TEN_TIMES_THE_LIMIT = " ".repeat(10 * LIMIT);

    @Test
    void aBodyOverItIsAnsweredWithAProblemHoweverOftenAndHoweverItIsSent() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < TIMES; i++) {
                tooLarge(post(client, BodyPublishers.ofString(AT_THE_LIMIT + " "), false));
                tooLarge(post(client, BodyPublishers.ofString(TEN_TIMES_THE_LIMIT), false));
                tooLarge(post(client, chunks(AT_THE_LIMIT + " "), false));
                tooLarge(post(client, chunks(TEN_TIMES_THE_LIMIT), false));
                tooLarge(post(client, BodyPublishers.ofString(TEN_TIMES_THE_LIMIT), true));
            }
        }
    }

    @Test
    void aBodyWithinItIsRead() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < TIMES; i++) {
                granted(post(client, BodyPublishers.ofString(AT_THE_LIMIT), false));
                granted(post(client, chunks(AT_THE_LIMIT), false));
                granted(post(client, BodyPublishers.ofString(AT_THE_LIMIT), true));
                granted(post(client, chunks(AT_THE_LIMIT), true));
            }
        }
    }

    @Test
    void whoeverSendsAllBeforeReadingIsAnsweredOnAConnectionThatGoesOn() throws Exception {
        try (RawClient client = new RawClient()) {
            for (int i = 0; i < TIMES; i++) {
                client.send(head("Content-Length: " + TEN_TIMES_THE_LIMIT.length()) + TEN_TIMES_THE_LIMIT);
                tooLarge(client.answer());
                client.send(head("Transfer-Encoding: chunked") + chunked(TEN_TIMES_THE_LIMIT));
                tooLarge(client.answer());
                client.send(head("Content-Length: " + WISH.length()) + WISH);
                assertThat(client.answer().body()).isEqualTo("granted");
            }
        }
    }

    @Test
    void whoeverAsksFirstIsAnsweredWhetherOrNotItSendsTheBody() throws Exception {
        String head = head("Expect: 100-continue\r\nContent-Length: " + TEN_TIMES_THE_LIMIT.length());
        for (int i = 0; i < TIMES; i++) {
            try (RawClient asking = new RawClient();
                    RawClient sending = new RawClient()) {
                asking.send(head);
                tooLarge(asking.answer());
                sending.send(head + TEN_TIMES_THE_LIMIT);
                RawClient.Answer answer = sending.answer();
                tooLarge(answer);
                assertThat(answer.headers()).containsEntry("connection", "close");
                assertThat(sending.closed()).isTrue();
            }
        }
    }

    @Test
    void whoeverAsksFirstForWhatFitsIsToldToGoOn() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(head("Expect: 100-continue\r\nContent-Length: " + WISH.length()));
            assertThat(client.answer().status()).isEqualTo(100);
            client.send(WISH);
            assertThat(client.answer().body()).isEqualTo("granted");
        }
    }

    @Test
    void requestsInARowAreAnsweredInTheirOrder() throws Exception {
        String fitting = head("Content-Length: " + WISH.length()) + WISH;
        String tooLarge = head("Transfer-Encoding: chunked") + chunked(AT_THE_LIMIT + " ");
        try (RawClient client = new RawClient()) {
            for (int i = 0; i < TIMES; i++) {
                client.send(fitting + tooLarge + fitting + fitting);
                assertThat(client.answer().body()).isEqualTo("granted");
                tooLarge(client.answer());
                assertThat(client.answer().body()).isEqualTo("granted");
                assertThat(client.answer().body()).isEqualTo("granted");
            }
        }
    }

    @Test
    void whatIsMoreThanTenTimesTheLimitIsAnsweredThenCutOff() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(head("Transfer-Encoding: chunked") + chunk(AT_THE_LIMIT + " "));
            tooLarge(client.answer());
            client.send(chunk(TEN_TIMES_THE_LIMIT));
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void whoeverReadsWhileSendingIsAnsweredHoweverLargeTheBodyIs() throws Exception {
        String large = " ".repeat(40 * LIMIT);
        for (int i = 0; i < 5; i++) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                tooLarge(post(client, BodyPublishers.ofString(large), false));
                tooLarge(post(client, chunks(large), false));
            }
        }
    }

    @Test
    void whoeverTakesTooLongToSendTheRestIsCutOff() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(head("Content-Length: " + TEN_TIMES_THE_LIMIT.length()));
            tooLarge(client.answer());
            client.send(" ");
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void whoeverSendsSlowlyIsReadAllTheSame() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(head("Content-Length: " + WISH.length()));
            for (char next : WISH.toCharArray()) {
                client.send(String.valueOf(next));
            }
            assertThat(client.answer().body()).isEqualTo("granted");
        }
    }

    private static void granted(HttpResponse<String> answer) {
        assertThat(answer.body()).isEqualTo("granted");
    }

    private static void tooLarge(HttpResponse<String> answer) {
        tooLarge(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    private static void tooLarge(RawClient.Answer answer) {
        tooLarge(answer.status(), String.valueOf(answer.headers().get("content-type")), answer.body());
    }

    private static void tooLarge(int status, String type, String body) {
        assertThat(status).isEqualTo(413);
        assertThat(type).isEqualTo(Problem.MEDIA_TYPE);
        Problem problem = Json.read(body, Problem.class);
        assertThat(problem.type()).hasToString("http://localhost:8080/problems/content-too-large");
        assertThat(problem.detail()).contains("64 KiB");
    }

    private static HttpResponse<String> post(HttpClient client, BodyPublisher body, boolean asksFirst)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/wishes"))
                .header("Content-Type", "application/json")
                .expectContinue(asksFirst)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher chunks(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static String head(String framing) {
        return "POST /wishes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + framing + "\r\n\r\n";
    }

    private static String chunked(String body) {
        return chunk(body.substring(0, body.length() / 2)) + chunk(body.substring(body.length() / 2)) + "0\r\n\r\n";
    }

    private static String chunk(String part) {
        return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
    }
}
