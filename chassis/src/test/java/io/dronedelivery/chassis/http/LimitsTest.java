package io.dronedelivery.chassis.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit is enforced, told and described from one annotation. */
@QuarkusTest
class LimitsTest {
    private static final String GOOD = """
            {"name": "a", "part": {"speed": 1}, "parts": [{"speed": 1}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0?code=ABC           | attempt | must be at least 1, but is 0
            1?code=ABC&limit=0   | limit   | must be at least 1, but is 0
            1?code=ABC&limit=101 | limit   | must be at most 100, but is 101
            1?code=AB            | code    | must be of the form ^[A-Z]{3}$, but is AB
            1                    | code    | is required
            """)
    void aParameterBeyondItsLimitIsNamed(String request, String field, String message) {
        refused(given().get("/limits/" + request).then())
                .body("errors.field", contains(field))
                .body("errors.message", contains(message))
                .body("detail", equalTo(field + ": " + message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "name": "  "                                | /name          | must be 1 to 5 characters, and not blank
            "name": "abcdef"                            | /name          | must be 1 to 5 characters, but has 6
            "code": "x"                                 | /code          | must be of the form ^[A-Z]{3}$, but is x
            "part": {"speed": 0.05}                     | /part/speed    | must be at least 0.1, but is 0.05
            "parts": []                                 | /parts         | must have 1 to 2 items
            "parts": [{"speed": 1}, {"speed": 201}]     | /parts/1/speed | must be at most 200, but is 201.0
            "letters": ["a", "B"]                       | /letters/1     | must be of the form ^[a-z]$, but is B
            """)
    void aFieldBeyondItsLimitIsNamedByItsPointer(String wrong, String field, String message) {
        refused(post(1, wrong)).body("errors.field", contains(field)).body("errors.message", contains(message));
    }

    @Test
    void everyLimitThatIsViolatedIsToldInTheOrderOfTheFields() {
        refused(post(0, "\"name\": \"\", \"code\": \"\", \"parts\": [{\"speed\": 0}, {\"speed\": 0}]"))
                .body("errors.field", contains("/code", "/name", "/parts/0/speed", "/parts/1/speed", "attempt"));
    }

    @ParameterizedTest
    @CsvSource({"${7*7}", "#{7*7}", "{regexp}", "${validatedValue}"})
    void whatAClientSendsIsQuotedAndNeverEvaluated(String text) {
        refused(post(1, "\"code\": \"" + text + "\""))
                .body("errors.message", contains("must be of the form ^[A-Z]{3}$, but is " + text))
                .body("detail", not(containsString("49")));
    }

    @Test
    void whatIsWithinItsLimitsIsTaken() {
        post(1, "\"code\": \"ABC\", \"letters\": [\"a\"]").statusCode(200);
        given().get("/limits/1?code=ABC&limit=100").then().statusCode(200);
    }

    @Test
    void anAnswerBeyondItsLimitIsOurFault() {
        for (String path : new String[] {"answer", "fault"}) {
            given().get("/limits/1/" + path)
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("type", equalTo("http://localhost:8080/problems/internal-error"));
        }
    }

    @Test
    void theDescriptionHasTheSameLimits() {
        String whole = "components.schemas.Whole.properties.";
        String parameters = "paths.'/limits/{attempt}'.get.parameters.find { it.name == '%s' }.schema.";
        given().get("/q/openapi?format=json")
                .then()
                .body(whole + "name.pattern", equalTo("\\S"))
                .body(whole + "name.maxLength", equalTo(5))
                .body(whole + "code.pattern", equalTo("^[A-Z]{3}$"))
                .body(whole + "parts.minItems", equalTo(1))
                .body(whole + "parts.maxItems", equalTo(2))
                .body(whole + "letters.items.pattern", equalTo("^[a-z]$"))
                .body("components.schemas.Part.properties.speed.minimum", equalTo(0.1f))
                .body("components.schemas.Part.properties.speed.maximum", equalTo(200))
                .body(parameters.formatted("attempt") + "minimum", equalTo(1))
                .body(parameters.formatted("limit") + "maximum", equalTo(100))
                .body(parameters.formatted("code") + "pattern", equalTo("^[A-Z]{3}$"))
                .body(parameters.formatted("code").replace("schema.", "required"), equalTo(true));
    }

    /** The body is good but for what is given. */
    private static ValidatableResponse post(int attempt, String wrong) {
        ObjectNode body = Json.read(GOOD.getBytes(UTF_8), ObjectNode.class);
        body.setAll(Json.read(("{" + wrong + "}").getBytes(UTF_8), ObjectNode.class));
        return given().contentType("application/json")
                .body(body.toString())
                .post("/limits/" + attempt)
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(400).contentType("application/problem+json").body("code", equalTo("INVALID"));
    }
}
