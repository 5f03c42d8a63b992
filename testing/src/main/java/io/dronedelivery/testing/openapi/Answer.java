package io.dronedelivery.testing.openapi;

import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a service answered a test.
 *
 * @param method of the request, in capitals
 * @param path of the request, as it was sent
 * @param headers by their names in lower case
 */
public record Answer(String method, String path, int status, Map<String, String> headers, String body) {

    static Answer of(FilterableRequestSpecification request, Response response) {
        return new Answer(
                request.getMethod().toUpperCase(Locale.ROOT),
                URI.create(request.getURI()).getRawPath(),
                response.statusCode(),
                byName(response.headers()),
                response.body().asString());
    }

    /** What a test got by a client of the JDK. */
    public static Answer of(HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Answer(
                response.request().method(),
                response.uri().getRawPath(),
                response.statusCode(),
                headers,
                response.body());
    }

    private static Map<String, String> byName(Headers headers) {
        return headers.asList().stream()
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT), Header::getValue, (first, _) -> first));
    }

    /** Its media type without parameters; empty where it has none. */
    String mediaType() {
        return headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
    }

    @Override
    public String toString() {
        return method + " " + path + " -> " + status + " " + mediaType() + " " + body;
    }
}
