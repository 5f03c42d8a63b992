package io.dronedelivery.chassis.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request is told in the words of whoever sent it. */
@QuarkusTest
class BadRequestTest {
    /** What only programmers of this service would understand. */
    private static final String OUR_OWN = "(?s).*(java|dronedelivery|jackson|Exception|Feature|JsonToken|`|Source:).*";

    private static final byte[] NO_UTF_8 = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};
    private static final byte[] NO_UTF_32 = {0, 0, 0, '{', 0x7F, 0x7F, 0x7F, 0x7F};

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            {"readyAt": "tomorrow"}          | /readyAt  | must be a time such as 2026-11-25T10:00:00Z, but is "tomorrow"
            {"readyAt": {}}                  | /readyAt  | must be a time such as 2026-11-25T10:00:00Z
            {"readyAt": true}                | /readyAt  | must be a time such as 2026-11-25T10:00:00Z
            {"readyAt": 1764150000}          | /readyAt  | must be a time such as 2026-11-25T10:00:00Z
            {"readyAt": "1764150000"}        | /readyAt  | must be a time such as 2026-11-25T10:00:00Z, but is "1764150000"
            {"count": "many"}                | /count    | must be a whole number, but is "many"
            {"count": 1.5}                   | /count    | must be a whole number, but is 1.5
            {"count": []}                    | /count    | must be a whole number
            {"count": null}                  | /count    | is required
            {}                               | /count    | is required
            {"count": 99999999999}           | /count    | must be a whole number from -2147483648 to 2147483647
            {"count": "5"}                   | /count    | must be a whole number, but is "5"
            {"serial": 99999999999999999999} | /serial   | must be a whole number from -9223372036854775808 to 9223372036854775807
            {"height": "tall"}               | /height   | must be a number, but is "tall"
            {"height": "NaN"}                | /height   | must be a number, but is "NaN"
            {"height": "-Infinity"}          | /height   | must be a number, but is "-Infinity"
            {"height": 1e999}                | /height   | must be a number, but is "1e999"
            {"height": null}                 | /height   | is required
            {"fragile": "maybe"}             | /fragile  | must be true or false, but is "maybe"
            {"fragile": 0}                   | /fragile  | must be true or false, but is 0
            {"fragile": "true"}              | /fragile  | must be true or false, but is "true"
            {"height": "1.5"}                | /height   | must be a number, but is "1.5"
            {"note": {}}                     | /note     | must be a text
            {"note": 7}                      | /note     | must be a text, but is 7
            {"note": false}                  | /note     | must be a text, but is "false"
            {"size": "TINY"}                 | /size     | must be one of SMALL, LARGE, but is "TINY"
            {"size": 7}                      | /size     | must be one of SMALL, LARGE, but is 7
            {"size": 1}                      | /size     | must be one of SMALL, LARGE, but is 1
            {"size": []}                     | /size     | must be one of SMALL, LARGE
            {"weight": {"grams": 0}}         | /weight   | grams must be 1 or more, but is 0
            {"weight": "heavy"}              | /weight   | must be an object
            {"visits": {}}                   | /visits   | must be a list
            {"visits": ["2026-11-25T10:00:00Z", "later"]} | /visits/1 | must be a time such as 2026-11-25T10:00:00Z, but is "later"
            {"means": {}}                    | /means    | is an object that lacks its type
            {"means": {"type": "Balloon"}}   | /means    | is an object of the unknown type "Balloon"
            []                               | ~~        | must be an object
            "x"                              | ~~        | must be an object
            {                                | ~~        | is not JSON at line 1, column 2: it ends too early
            {"note": nothing}                | ~~        | is not JSON at line 1, column 10
            {"height": NaN}                  | ~~        | is not JSON at line 1, column 15
            {/* a comment */}                | ~~        | is not JSON at line 1, column 2
            {"visits": [}                    | /visits   | is not JSON at line 1, column 13
            """)
    void aBodyThatDoesNotFitIsExplainedInFieldsAndValues(String body, String field, String message) {
        explained(post(body.getBytes(UTF_8)), field).body("errors[0].message", equalTo(message));
    }

    @Test
    void aBodyThatIsExcessiveIsExplained() {
        explained(post("{\"other\": " + "[".repeat(2_000)), "")
                .body("errors[0].message", containsString("nested deeper than 1000"));
        explained(post("{\"height\": " + "1".repeat(2_000) + "}"), "")
                .body("errors[0].message", containsString("a number of more than 1000 digits"));
    }

    @Test
    void aBodyThatIsNoTextIsExplained() {
        explained(post(NO_UTF_8), "").body("errors[0].message", containsString("is not JSON at line 1"));
        explained(post(NO_UTF_32), "").body("errors[0].message", equalTo("is not JSON in UTF-8"));
        explained(post("{\"note\": \"\0\"}"), "/note")
                .body("errors[0].message", containsString("is not JSON at line 1, column "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=abc          | limit   | must be a whole number, but is "abc"
            limit=99999999999  | limit   | must be a whole number from -2147483648 to 2147483647
            note=abc&limit=abc | limit   | must be a whole number, but is "abc"
            after=first        | after   | must be a whole number, but is "first"
            of-size=TINY       | of-size | must be one of SMALL, LARGE, but is "TINY"
            granted=yes        | granted | must be true or false, but is "yes"
            granted=null       | granted | must be true or false, but is "null"
            granted=1          | granted | must be true or false, but is "1"
            of-size=0          | of-size | must be one of SMALL, LARGE, but is "0"
            note=a&note=b&limit=abc | limit | must be a whole number, but is "abc"
            after=null         | after   | must be a whole number, but is "null"
            after=null&after=7 | after   | must be given once, but is given 2 times
            """)
    void aQueryParameterThatIsNotOfItsTypeIsExplained(String query, String name, String message) {
        explained(given().get("/wishes?" + query).then(), name).body("errors[0].message", equalTo(message));
    }

    @Test
    void everyQueryParameterThatIsNotOfItsTypeIsNamed() {
        given().get("/wishes?limit=abc&of-size=TINY").then().statusCode(400).body("errors", hasSize(2));
    }

    @Test
    void anEmptyQueryParameterIsNone() {
        given().get("/wishes?limit=&of-size=&after=").then().statusCode(200);
    }

    @Test
    void whatIsNotThereOrNotOfferedIsAProblemToo() {
        problem(given().get("/unknown").then(), 404);
        problem(given().get("/wishes/1/2").then(), 404);
        problem(given().get("/wishes/abc").then(), 404);
        problem(given().delete("/wishes").then(), 405);
        problem(given().accept("image/png").get("/wishes/1").then(), 406);
        problem(given().contentType("text/plain").body("{}").post("/wishes").then(), 415);
        problem(given().header("Content-Type", "rub/b/ish").post("/wishes").then(), 415);
    }

    @Test
    void optionsTellsWhatIsOfferedAtThePathAndNoMore() {
        given().options("/wishes").then().statusCode(204).header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        given().options("/wishes/never").then().statusCode(204).header("Allow", equalTo("GET, HEAD, OPTIONS"));
        given().options("/wishes/labels/a/b").then().statusCode(404).contentType("application/problem+json");
        problem(given().options("/unknown").then(), 404);
    }

    private static ValidatableResponse post(String body) {
        return post(body.getBytes(UTF_8));
    }

    private static ValidatableResponse post(byte[] body) {
        return given().contentType("application/json")
                .body(body)
                .post("/wishes")
                .then();
    }

    private static ValidatableResponse explained(ValidatableResponse answer, String field) {
        return problem(answer, 400)
                .body("type", equalTo("http://localhost:8080/problems/invalid"))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", not(matchesRegex(OUR_OWN)))
                .body("detail", not(matchesRegex(OUR_OWN)));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", allOf(containsString("http://localhost:8080/problems/"), not(containsString("_"))));
    }
}
