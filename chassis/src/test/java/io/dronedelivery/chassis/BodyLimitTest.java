package io.dronedelivery.chassis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limit is 1 MiB. */
@QuarkusTest
class BodyLimitTest {
    private static final String WISH = "{\"count\": 1, \"serial\": 1, \"height\": 1, \"fragile\": true}";
    private static final String AT_THE_LIMIT = " ".repeat(1024 * 1024 - WISH.length()) + WISH;

    @ParameterizedTest
    @EnumSource
    void aBodyOverItIsAnsweredWithAProblem(Version version) throws Exception {
        tooLarge(post(version, BodyPublishers.ofString(AT_THE_LIMIT + " ")));
    }

    @ParameterizedTest
    @EnumSource
    void aBodyWithinItIsRead(Version version) throws Exception {
        assertThat(post(version, BodyPublishers.ofString(AT_THE_LIMIT)).body()).isEqualTo("granted");
        assertThat(post(version, chunks(AT_THE_LIMIT)).body()).isEqualTo("granted");
    }

    private static void tooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        Problem problem = Json.read(answer.body(), Problem.class);
        assertThat(problem.type()).hasToString("urn:drone-delivery:problem:content-too-large");
        assertThat(problem.detail()).contains("1024 KiB");
    }

    private static HttpResponse<String> post(Version version, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/wishes"))
                .version(version)
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static BodyPublisher chunks(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
