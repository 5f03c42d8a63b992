package io.dronedelivery.testing.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.access.Tokens;
import io.dronedelivery.testing.openapi.Answer;
import io.dronedelivery.testing.openapi.AnswersAsDescribed;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Sends bad requests of every kind to each operation that a service describes. Each has to be answered with a
 * problem detail in the service's own words, never with a 5xx.
 */
final class HostileRequests implements AutoCloseable {
    private static final Pattern FOREIGN = Pattern.compile(
            "ERROR:|SQL|postgres|\\(\\d{5}\\)|\\b(java|jakarta|vertx|netty|jackson|quarkus)\\b|Exception|\\bat io\\.",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");
    private static final Set<String> BODIED = Set.of("put", "post", "patch");

    private static final List<String> IDS = List.of(
            "%00",
            "a%00b",
            "%1F",
            "%C3%28",
            "%E2%80%AE",
            "%F0%9F%9A%80",
            "-1",
            "0",
            "2147483647",
            "99999999999999999999",
            "x".repeat(201),
            "..%2F..%2Fetc",
            "%27%3B--");
    private static final List<String> VALUES = List.of(
            "%00",
            "a%00",
            "%C3%28",
            "",
            "-1",
            "0",
            "99999999999999999999",
            "TINY",
            "%F0%9F%9A%80",
            "!!!",
            "bm90IGEgcGxhY2U",
            // +1000000000-12-31T23:59:59Z x, and the same with a NUL behind a good time
            "KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIHg",
            "MjAyNi0xMS0yNlQxMDowMDowMFogAA",
            "LTEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaIHg",
            "+999999999-12",
            "0000-01",
            "2026-13");
    private static final List<String> HEADERS =
            List.of("", "-1", "99999999999999999999", "\u00E2\u0080\u008B", "\"\\\"", "a/b;q=c", "x".repeat(300));
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "{}",
            "[]",
            "7",
            "\"\"",
            "true",
            "{\"foo\": 1}",
            "{\"type\": \"Foo\"}",
            "{\"type\": null}",
            "{",
            "}",
            "[null]",
            "{\"a\": 1, \"a\": 2}",
            "{} {}",
            "{\"note\": \"\\u0000\"}",
            "{\"name\": \"\\ud800\"}",
            "{\"\\u0000\": 1}",
            "{\"type\": \"\\udfff\"}",
            "{\"samples\": [null]}",
            "{\"samples\": {}}",
            "[".repeat(2_000),
            "9".repeat(2_000),
            "\u0000",
            "{\"order\": null}",
            "{\"steps\": null}",
            "\uFEFF{}");

    /** May call any operation, and is whose id is 1. */
    private static final Grant ANYBODY =
            new Grant("customer operator drone carrier service", "1", "ann", Duration.ofHours(1));

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final List<String> wrong = new ArrayList<>();

    private HostileRequests(int port) {
        this.address = "http://localhost:" + port;
    }

    private record Operation(String method, String path, JsonNode description) {
        boolean hasBody() {
            return BODIED.contains(method);
        }
    }

    /** Sends them all, and returns in words each answer that was wrong. */
    static List<String> sendTo(int port) {
        try (HostileRequests requests = new HostileRequests(port)) {
            for (Operation operation : requests.operations()) {
                requests.ids(operation);
                requests.values(operation);
                requests.headers(operation);
                requests.methods(operation);
                if (operation.hasBody()) {
                    requests.bodies(operation);
                }
            }
            return requests.wrong;
        } catch (IOException broken) {
            return List.of("no answer: " + broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of("interrupted");
        }
    }

    private List<Operation> operations() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/q/openapi?format=json"))
                .build();
        JsonNode paths = Json.MAPPER
                .readTree(client.send(request, BodyHandlers.ofString()).body())
                .path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            if (!method.getKey().equals("parameters")) {
                operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()));
            }
        }));
        return operations;
    }

    private void ids(Operation operation) throws IOException, InterruptedException {
        if (operation.path().contains("{")) {
            for (String id : IDS) {
                expect(operation, path(operation, id), List.of(), body(operation, "{}"));
            }
            expect(
                    operation,
                    path(operation, "a%00"),
                    List.of(),
                    body(operation, "{}"),
                    answer -> answer.statusCode() == 404);
        }
    }

    private void values(Operation operation) throws IOException, InterruptedException {
        for (JsonNode parameter : operation.description().path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                String name = URLEncoder.encode(parameter.path("name").asText(), UTF_8);
                for (String value : VALUES) {
                    String uri = path(operation, "1") + "?" + name + "=" + value.replace("+", "%2B");
                    expect(operation, uri, List.of(), body(operation, "{}"));
                }
            }
        }
    }

    private void headers(Operation operation) throws IOException, InterruptedException {
        for (String value : HEADERS) {
            for (String name : List.of("Idempotency-Key", "Last-Event-ID", "Accept")) {
                expect(operation, path(operation, "1"), List.of(name, value), body(operation, "{}"));
            }
            for (String authorization : List.of(value, "Bearer " + value)) {
                expect(
                        operation,
                        path(operation, "1"),
                        List.of("Authorization", authorization),
                        body(operation, "{}"),
                        answer -> answer.statusCode() == 401);
            }
        }
    }

    private void methods(Operation operation) throws IOException, InterruptedException {
        Operation unknown = new Operation("LOCK", operation.path(), operation.description());
        expect(
                unknown,
                path(operation, "1"),
                List.of(),
                BodyPublishers.noBody(),
                answer -> answer.statusCode() == 405
                        && answer.headers()
                                .firstValue("Allow")
                                .orElse("")
                                .contains(operation.method().toUpperCase(Locale.ROOT)));
    }

    private void bodies(Operation operation) throws IOException, InterruptedException {
        String path = path(operation, "1");
        for (String body : BODIES) {
            expect(operation, path, List.of(), BodyPublishers.ofString(body));
        }
        for (byte[] body : Stream.of("{\"\u00FF\": 1}", "\0\0\0{\u007F\u007F\u007F\u007F")
                .map(text -> text.getBytes(ISO_8859_1))
                .toList()) {
            expect(operation, path, List.of(), BodyPublishers.ofByteArray(body));
        }
        expect(
                operation,
                path,
                List.of("Content-Encoding", "gzip"),
                BodyPublishers.ofString("{}"),
                answer -> answer.statusCode() == 415
                        && answer.headers().firstValue("Accept-Encoding").isPresent());
        byte[] large = new byte[2 * limit()];
        for (BodyPublisher body :
                List.of(BodyPublishers.ofByteArray(large), BodyPublishers.ofByteArrays(List.of(large)))) {
            expect(operation, path, List.of(), body, answer -> answer.statusCode() == 413);
        }
    }

    private void expect(Operation operation, String path, List<String> headers, BodyPublisher body)
            throws IOException, InterruptedException {
        expect(operation, path, headers, body, answer -> answer.statusCode() != 401 && answer.statusCode() != 403);
    }

    private void expect(
            Operation operation,
            String path,
            List<String> headers,
            BodyPublisher body,
            Predicate<HttpResponse<String>> right)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(operation.method().toUpperCase(Locale.ROOT), body)
                .header("Content-Type", "application/json")
                .setHeader("Authorization", "Bearer " + Tokens.of(ANYBODY));
        for (int i = 0; i < headers.size(); i += 2) {
            request.setHeader(headers.get(i), headers.get(i + 1));
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        List<String> deviations = AnswersAsDescribed.deviations(Answer.of(answer));
        if (!right.test(answer) || !harmless(answer) || !deviations.isEmpty()) {
            wrong.add("%s %s %s -> %d %s %s"
                    .formatted(operation.method(), path, headers, answer.statusCode(), answer.body(), deviations));
        }
    }

    private static int limit() {
        return Math.toIntExact(ConfigProvider.getConfig()
                .getValue("quarkus.http.limits.max-body-size", MemorySize.class)
                .asLongValue());
    }

    /** No 5xx, and no text of a library or database. */
    private static boolean harmless(HttpResponse<String> answer) {
        boolean refused = answer.statusCode() >= 400;
        boolean problem = answer.headers().firstValue("Content-Type").orElse("").equals("application/problem+json");
        return answer.statusCode() < 500
                && refused == problem
                && !(refused && FOREIGN.matcher(answer.body()).find());
    }

    private static String path(Operation operation, String id) {
        return PLACEHOLDER.matcher(operation.path()).replaceAll(id);
    }

    private static BodyPublisher body(Operation operation, String json) {
        return operation.hasBody() ? BodyPublishers.ofString(json) : BodyPublishers.noBody();
    }

    @Override
    public void close() {
        client.close();
    }
}
