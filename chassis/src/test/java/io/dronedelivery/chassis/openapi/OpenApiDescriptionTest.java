package io.dronedelivery.chassis.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Of the resource for wishes. */
@QuarkusTest
class OpenApiDescriptionTest {
    private static final String LABEL = "paths.'/wishes/labels/{name}'";

    @Test
    void whatIsNotNullableIsRequired() {
        described()
                .body("components.schemas.Wish.required", contains("count", "serial", "height", "fragile"))
                .body("components.schemas.Label.required", contains("name", "size", "weights", "marks"))
                .body("components.schemas.Problem.required", contains("type", "title", "status", "detail"));
    }

    @Test
    void whatIsNullableMayBeNull() {
        described()
                .body("components.schemas.Wish.properties.note.type", contains("string", "null"))
                .body("components.schemas.Wish.properties.weight.anyOf[0].$ref", equalTo("#/components/schemas/Weight"))
                .body("components.schemas.Wish.properties.weight.anyOf[1].type", equalTo("null"))
                .body("components.schemas.Label.properties.marks.items.type", contains("string", "null"))
                .body("components.schemas.Label.properties.weights.items.$ref", equalTo("#/components/schemas/Weight"));
    }

    @Test
    void numbersAndTimesSayWhatIsTaken() {
        described()
                .body("components.schemas.Wish.properties.count.minimum", equalTo(Integer.MIN_VALUE))
                .body("components.schemas.Wish.properties.serial.maximum", equalTo(Long.MAX_VALUE))
                .body("components.schemas.Wish.properties.readyAt.format", equalTo("date-time"));
    }

    @Test
    void aSealedFamilyIsToldApartByItsProperty() {
        described()
                .body("components.schemas.Means.oneOf.$ref", contains("#/components/schemas/Drone"))
                .body("components.schemas.Drone.properties.type.enum", contains("Drone"))
                .body("components.schemas.Drone.required", contains("type"));
    }

    @Test
    void aRecordWithTypeArgumentsIsDescribedForThem() {
        described()
                .body(
                        "paths.'/batches'.put.requestBody.content.'application/json'.schema.$ref",
                        equalTo("#/components/schemas/WantedCallCalls"))
                .body(
                        "components.schemas.WantedCallCalls.properties.calls.items.$ref",
                        equalTo("#/components/schemas/WantedCall"))
                .body("components.schemas.WantedCall.properties.body.$ref", equalTo("#/components/schemas/Wanted"))
                .body(
                        "components.schemas.DoneAnswer.properties.value.anyOf[0].$ref",
                        equalTo("#/components/schemas/Done"));
    }

    @Test
    void everyOperationAnswersTheCommonProblems() {
        for (String status : new String[] {"400", "401", "403", "404", "413", "415", "500", "503"}) {
            described()
                    .body(
                            LABEL + ".put.responses.'" + status + "'.$ref",
                            equalTo("#/components/responses/Problem" + status))
                    .body("components.responses.Problem" + status + ".content", hasKey("application/problem+json"));
        }
        described()
                .body("components.responses.Problem503.headers.Retry-After.required", equalTo(true))
                .body(LABEL + ".get.responses", hasKey("413"))
                .body("paths.'/wishes'.get.responses", not(hasKey("404")));
    }

    @Test
    void aBodyIsRequiredUnlessItsMethodDoesWithout() {
        described()
                .body(LABEL + ".put.requestBody.required", equalTo(true))
                .body(LABEL + ".patch.requestBody.required", not(equalTo(true)));
    }

    private static ValidatableResponse described() {
        return given().get("/q/openapi?format=json").then().statusCode(200);
    }
}
