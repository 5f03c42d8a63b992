package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CLOSURE;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.INTERRUPTION;
import static io.dronedelivery.contracts.InternalPaths.OPENING;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed input is refused as such, never with a server error or with words of the database. */
@QuarkusTest
class UnreadableInputTest {
    private static final String DATABASE = "(?s).*(ERROR|22021|sequence).*";
    private static final String EMOJI = "\uD83D\uDE80";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIHg", // +1000000000-12-31T23:59:59Z x
                "LTEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaIHg", // -1000000000-01-01T00:00:00Z x
                "KzEwMDAwLTAxLTAxVDAwOjAwOjAwWiB4", // +10000-01-01T00:00:00Z x
                "MDAwMC0xMi0zMVQyMzo1OTo1OVogeA", // 0000-12-31T23:59:59Z x
                "MjAyNi0xMS0yNlQxMDowMDowMFogAA", // 2026-11-26T10:00:00Z and NUL
                "MjAyNi0xMS0yNlQxMDowMDowMFo", // 2026-11-26T10:00:00Z
                "IA", // a space
                "bm90IGEgcGxhY2U",
                "!!!",
                "7",
                "%00",
                "\uD83D\uDE80"
            })
    void aCursorOfNoPageIsRefused(String cursor) {
        refused(
                asAnn().urlEncodingEnabled(!cursor.startsWith("%")).get("/api/v2/deliveries?cursor=" + cursor),
                "cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ScheduleDelivery", "RescheduleDelivery", "CancelDelivery"})
    void aRequestOfUnknownFieldsOnlyIsRefusedByWhatItLacks(String type) {
        refused(json("{\"type\": \"" + type + "\", \"foo\": 1}").put(DELIVERY + OPENING, "d", "r"), "/requestId");
        refused(json("{\"foo\": 1}").put(DELIVERY + OPENING, "d", "r"), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEDULE, CLOSURE, INTERRUPTION})
    void everyOtherBodyOfUnknownFieldsOnlyIsRefusedByWhatItLacks(String what) {
        String path = DELIVERY + ATTEMPT + what;
        String first = what.equals(INTERRUPTION) ? "/code" : "/requestId";
        refused(json("{\"foo\": 1}").put(path, "d", 1), first);
        refused(json("{}").put(path, "d", 1), first);
        refused(json("null").put(path, "d", 1), "");
        refused(json("[]").put(path, "d", 1), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/deliveries/%00",
                "/api/v2/deliveries/a%00b/timeline",
                "/api/v2/deliveries/%00/tracking",
                "/deliveries/%00"
            })
    void aDeliveryIdWithAControlCharacterIsNotFound(String path) {
        RequestSpecification asker = path.startsWith("/api") ? asAnn() : given();
        asker.urlEncodingEnabled(false).get(path).then().statusCode(404).body("detail", not(matchesRegex(DATABASE)));
    }

    @Test
    void aFilterIsCountedInCharactersAndHasNoControlCharacter() {
        asAnn().queryParam("reference", EMOJI.repeat(200))
                .get("/api/v2/deliveries")
                .then()
                .statusCode(200);
        refused(asAnn().queryParam("reference", EMOJI.repeat(201)).get("/api/v2/deliveries"), "reference");
        refused(asAnn().urlEncodingEnabled(false).get("/api/v2/deliveries?reference=%00"), "reference");
        refused(asAnn().urlEncodingEnabled(false).get("/api/v2/deliveries?status=%00"), "status");
    }

    private static RequestSpecification asAnn() {
        return given().header(Tokens.bearer(Grant.customer("ann")));
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    private static void refused(Response answer, String field) {
        answer.then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("detail", not(matchesRegex(DATABASE)));
    }
}
