package io.dronedelivery.chassis.json;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is taken as it is described, or refused by what is wrong with it: nothing else reaches a service. */
@QuarkusTest
class StrictBodiesTest {
    private static final String PARTS = "\"size\": \"SMALL\", \"weights\": [{\"grams\": 1}], \"marks\": []";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                              | ~~         | is required
            ~ ~                                             | ~~         | is required
            null                                            | ~~         | is required
            {}                                              | /name      | is required
            {"foo": 1}                                      | /name      | is required
            {"name": null, "size": "SMALL"}                 | /name      | is required
            {"name": "a", "weights": [], "marks": []}       | /size      | is required
            {"name": "a", "size": null}                     | /size      | is required
            {"name": "a", "size": "SMALL", "marks": []}     | /weights   | is required
            {"name": "a", "size": "SMALL", "weights": [null], "marks": []} | /weights/0 | is required
            []                                              | ~~         | must be an object
            7                                               | ~~         | must be an object
            true                                            | ~~         | must be an object
            ""                                              | ~~         | must be an object, but is ""
            "null"                                          | ~~         | must be an object
            {"name": "a", "name": "b"}                      | ~~         | ~has a field twice at line 1, column 21~
            """)
    void whatMustBeThereIs(String body, String field, String message) {
        refused(put(body), field, message);
    }

    @Test
    void whatMayBeMissingMay() {
        put("{\"name\": \"a\", \"size\": \"SMALL\", \"weights\": [], \"marks\": [null]}")
                .statusCode(200);
        given().contentType("application/json")
                .body("null")
                .patch("/wishes/labels/a")
                .then()
                .statusCode(200);
    }

    @Test
    void everyKindOfJsonIsReadSo() {
        given().contentType("application/merge-patch+json")
                .body("{}")
                .patch("/wishes/labels/a")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("/name"));
    }

    @Test
    void nothingFollowsBehindTheBody() {
        refused(put("{\"name\": \"a\", " + PARTS + "} {}"), "", "must be one JSON value, but more follows behind it");
    }

    @Test
    void noTextHasAControlCharacterAsEscapeOrAsItIs() {
        IntStream.of(0, 1, 8, 0x0B, 0x1B, 0x7F, 0x85, 0x202A, 0x202E, 0x2066, 0x2069)
                .forEach(character -> {
                    String message = "must not have the control character U+%04X".formatted(character);
                    refused(put(named("a\\u%04xb".formatted(character))), "/name", message);
                    if (character > 0x1F) {
                        refused(put(named("a" + Character.toString(character) + "b")), "/name", message);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udfff", "a\\ud83d", "\\ude80\\ud83d"})
    void noTextHasHalfOfASurrogatePair(String half) {
        put(named(half)).statusCode(400).body("errors[0].field", equalTo("/name"));
        put("{\"name\": \"a\", \"size\": \"" + half + "\"}").statusCode(400).body("errors[0].field", equalTo("/size"));
        put("{\"" + half + "\": 1, \"" + half + "\": 2}").statusCode(400);
    }

    @Test
    void textsOfAllScriptsAreTaken() {
        put(named("\\ud83d\\ude80 Zürich 日本\\n\\tשלום")).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"+1000000000-12-31T23:59:59Z\"",
                "\"-1000000000-01-01T00:00:00Z\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"0000-12-31T23:59:59Z\"",
                "\"+1000000001-12-31T23:59:59Z\"",
                "1e30",
                "-1e30",
                "99999999999999",
                "9223372036854775807",
                "1e999999999",
                "\"99999999999999999999\"",
                "\"2026-02-30T00:00:00Z\""
            })
    void noTimeIsOneThatCanNotBeStored(String time) {
        given().contentType("application/json")
                .body("{\"count\": 1, \"serial\": 1, \"height\": 1, \"fragile\": true, \"readyAt\": " + time + "}")
                .post("/wishes")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("/readyAt"));
    }

    private static String named(String name) {
        return "{\"name\": \"" + name + "\", " + PARTS + "}";
    }

    private static ValidatableResponse put(String body) {
        return given().contentType("application/json")
                .body(body.getBytes(UTF_8))
                .put("/wishes/labels/a")
                .then();
    }

    private static void refused(ValidatableResponse answer, String field, String message) {
        answer.statusCode(400)
                .body("type", equalTo("http://localhost:8080/problems/invalid"))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo(message));
    }
}
