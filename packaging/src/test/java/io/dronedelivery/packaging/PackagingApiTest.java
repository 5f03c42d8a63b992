package io.dronedelivery.packaging;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.PACKAGE;
import static io.dronedelivery.contracts.InternalPaths.PACKAGES;
import static io.dronedelivery.contracts.InternalPaths.SEARCH;
import static io.dronedelivery.packaging.domain.Samples.registration;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.InternalPaths;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.packaging.PackageSearch.Query;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PackagingApiTest {
    private final String delivery = UUID.randomUUID().toString();

    @Test
    void aPackageIsRegisteredUnderATagThatIsMade() {
        String first = register(1, registration(null))
                .statusCode(200)
                .body("packageId", equalTo(delivery))
                .body("state", equalTo("REGISTERED"))
                .body("parcel.tag", startsWith("DD-"))
                .extract()
                .asString();
        register(1, registration(null)).statusCode(200).body(equalTo(first));
        given().get(PACKAGE, delivery).then().statusCode(200).body(equalTo(first));
    }

    @Test
    void aTagThatIsGivenIsKept() {
        String tag = UUID.randomUUID().toString();
        register(1, registration(tag)).statusCode(200).body("parcel.tag", equalTo(tag));
        register(2, registration(tag)).statusCode(200).body("attempt", equalTo(2));
        problem(register(1, registration(tag)), 409, "ATTEMPT_OVERTAKEN");
    }

    @Test
    void anUndoneAttemptIsFenced() {
        undo(1).statusCode(204);
        undo(1).statusCode(204);
        problem(register(1, registration(null)), 409, "ATTEMPT_OVERTAKEN");
        register(2, registration(null)).statusCode(200);
        undo(2).statusCode(204);
        given().get(PACKAGE, delivery).then().body("state", equalTo("RELEASED"));
    }

    @Test
    void badInputIsNamed() {
        problem(given().get(PACKAGE, delivery).then(), 404, "NOT_FOUND");
        problem(registerText(1, "{}"), 400, "INVALID").body("errors[0].field", equalTo("/accountId"));
        problem(registerText(1, """
                {"accountId": "a"}"""), 400, "INVALID").body("errors[0].field", equalTo("/parcel"));
        problem(register(0, registration(null)), 400, "INVALID").body("errors[0].field", equalTo("attempt"));
        problem(register(1, new Registration("a", new Parcel(Parcel.Size.SMALL, 0, null))), 400, "INVALID");
        problem(register(2, registration("DD-0000-0000-0000-1")), 400, "INVALID")
                .body("detail", equalTo("The tag DD-0000-0000-0000-1 looks like one of ours, but is mistyped."));
    }

    @Test
    void manyPackagesAreFoundAtOnce() {
        register(1, registration(null)).statusCode(200);
        search(new Query("account", List.of(delivery, "unheard-of")))
                .statusCode(200)
                .body("packages.packageId", equalTo(List.of(delivery)))
                .body("packages[0].parcel.tag", startsWith("DD-"));
    }

    @Test
    void anotherAccountsPackageIsLeftOut() {
        register(1, registration(null)).statusCode(200);
        search(new Query("another", List.of(delivery))).statusCode(200).body("packages", equalTo(List.of()));
    }

    @Test
    void aThousandPackagesAreSearchedForAtOnceAndNoMore() {
        List<String> most = Collections.nCopies(InternalPaths.SEARCHED_IDS_MAX, delivery);
        search(new Query("account", most)).statusCode(200).body("packages", equalTo(List.of()));
        List<String> tooMany = Collections.nCopies(InternalPaths.SEARCHED_IDS_MAX + 1, delivery);
        problem(search(new Query("account", tooMany)), 400, "INVALID").body("errors[0].field", equalTo("/packageIds"));
    }

    @Test
    void manyRegistrationsAreAnsweredEachForItself() {
        String other = UUID.randomUUID().toString();
        undo(1).statusCode(204);

        given().contentType(ContentType.JSON)
                .body(Json.text(new Calls<>(List.of(
                        new Call<>(delivery, 1, registration(null)), new Call<>(other, 1, registration(null))))))
                .put(PACKAGES)
                .then()
                .statusCode(200)
                .body("answers[0].problem.code", equalTo("ATTEMPT_OVERTAKEN"))
                .body("answers[1].value.packageId", equalTo(other));
        given().get(PACKAGE, other).then().statusCode(200).body("state", equalTo("REGISTERED"));
    }

    private static ValidatableResponse search(Query query) {
        return given().contentType(ContentType.JSON)
                .body(Json.text(query))
                .post(PACKAGES + SEARCH)
                .then();
    }

    private ValidatableResponse register(int attempt, Registration registration) {
        return registerText(attempt, Json.text(registration));
    }

    private ValidatableResponse registerText(int attempt, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(PACKAGE + ATTEMPT, delivery, attempt)
                .then();
    }

    private ValidatableResponse undo(int attempt) {
        return given().delete(PACKAGE + ATTEMPT, delivery, attempt).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType(Problem.MEDIA_TYPE).body("code", equalTo(code));
    }
}
