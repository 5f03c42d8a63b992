package io.dronedelivery.accounting;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CHARGE;
import static io.dronedelivery.contracts.InternalPaths.CHARGES;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.dronedelivery.accounting.domain.Samples;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Parcel.Size;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.accounting.Accounts.Standing;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountingApiTest {
    /** The base fee, one step of weight, and 93 m of way. */
    private static final int PRICE = 250 + 40 + 9;

    private final String account = UUID.randomUUID().toString();
    private final String delivery = UUID.randomUUID().toString();

    @Test
    void anAccountIsOpenedChangedAndRead() {
        put("/accounts/" + account, Samples.terms(1_000)).statusCode(200).body("available.minor", equalTo(1_000));
        put("/accounts/" + account, Samples.terms(5, 50, Standing.SUSPENDED)).statusCode(200);
        get("/accounts/" + account)
                .statusCode(200)
                .body("accountId", equalTo(account))
                .body("terms.standing", equalTo("SUSPENDED"))
                .body("balance.minor", equalTo(1_000))
                .body("available.minor", equalTo(1_050));
    }

    @Test
    void anUnknownAccountChargeOrInvoiceIsNotFound() {
        problem(get("/accounts/" + account), 404, "NOT_FOUND");
        problem(get(CHARGE, delivery), 404, "NOT_FOUND");
        problem(get("/invoices/" + account + "?month=2026-11"), 404, "NOT_FOUND");
    }

    @Test
    void badInputIsNamed() {
        problem(
                put("/accounts/" + account, new Terms(" ", Samples.terms(1).openingBalance(), 0, Standing.ACTIVE)),
                400);
        problem(put("/accounts/" + account, Samples.terms(-1)), 400);
        problem(put("/accounts/" + account, Samples.terms(1, -1, Standing.ACTIVE)), 400)
                .body("errors[0].field", equalTo("/creditLimitMinor"));
        problem(put("/accounts/a b", Samples.terms(1)), 400).body("errors[0].field", equalTo("accountId"));
        problem(putText("/accounts/" + account, """
                {"creditLimitMinor": 0}"""), 400).body("errors[0].field", equalTo("/name"));
        problem(putText("/accounts/" + account, """
                {"name": "Flora", "creditLimitMinor": 0, "standing": "ACTIVE"}"""), 400).body("errors[0].field", equalTo("/openingBalance"));
        problem(putText(CHARGE + ATTEMPT, """
                {"accountId": "a"}""", delivery, 1), 400).body("errors[0].field", equalTo("/basis"));
        problem(hold(0), 400).body("errors[0].field", equalTo("attempt"));
        problem(get("/invoices/" + account + "?month=November"), 400).body("errors[0].field", equalTo("month"));
        problem(get("/invoices/" + account), 400).body("errors[0].field", equalTo("month"));
    }

    @Test
    void aQuoteSaysWhatThePriceIsMadeOf() {
        given().contentType(ContentType.JSON)
                .body(Json.bytes(Samples.basis(Size.SMALL, 500, false)))
                .post("/quotes")
                .then()
                .statusCode(200)
                .body("price.minor", equalTo(PRICE))
                .body("price.currency", equalTo("EUR"))
                .body("lines", hasSize(4));
    }

    @Test
    void aHoldIsRepeatedReplacedAndUndone() {
        put("/accounts/" + account, Samples.terms(PRICE)).statusCode(200);
        String first = hold(1).statusCode(200)
                .body("state", equalTo("HELD"))
                .body("amount.minor", equalTo(PRICE))
                .extract()
                .asString();
        hold(1).statusCode(200).body(equalTo(first));
        hold(2).statusCode(200).body("attempt", equalTo(2));
        problem(hold(1), 409, "ATTEMPT_OVERTAKEN");

        undo(2).statusCode(204);
        undo(2).statusCode(204);

        problem(hold(2), 409, "ATTEMPT_OVERTAKEN");
        get(CHARGE, delivery).statusCode(200).body("state", equalTo("VOIDED"));
        get("/accounts/" + account).body("held.minor", equalTo(0)).body("available.minor", equalTo(PRICE));
    }

    @Test
    void aRefusedHoldIsAProblemDetail() {
        problem(hold(1), 422, "ACCOUNT_UNKNOWN");
        put("/accounts/" + account, Samples.terms(PRICE - 1)).statusCode(200);
        problem(hold(1), 422, "ACCOUNT_UNKNOWN");
        problem(hold(2), 422, "INSUFFICIENT_FUNDS");
        put("/accounts/" + account, Samples.terms(PRICE, PRICE, Standing.SUSPENDED))
                .statusCode(200);
        problem(hold(3), 422, "ACCOUNT_SUSPENDED");
    }

    @Test
    void manyHoldsAreAnsweredEachForItself() {
        put("/accounts/" + account, Samples.terms(PRICE)).statusCode(200);
        Hold hold = Samples.hold(account);

        put(CHARGES, new Calls<>(List.of(new Call<>(delivery, 1, hold), new Call<>("no money left", 1, hold))))
                .statusCode(200)
                .body("answers[0].value.state", equalTo("HELD"))
                .body("answers[1].problem.code", equalTo("INSUFFICIENT_FUNDS"));
        get(CHARGE, delivery).statusCode(200).body("state", equalTo("HELD"));
    }

    private ValidatableResponse hold(int attempt) {
        return put(CHARGE + ATTEMPT, Samples.hold(account), delivery, attempt);
    }

    private ValidatableResponse undo(int attempt) {
        return given().delete(CHARGE + ATTEMPT, delivery, attempt).then();
    }

    private static ValidatableResponse put(String path, Object body, Object... parameters) {
        return putText(path, Json.text(body), parameters);
    }

    private static ValidatableResponse putText(String path, String body, Object... parameters) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(path, parameters)
                .then();
    }

    private static ValidatableResponse get(String path, Object... parameters) {
        return given().get(path, parameters).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return problem(answer, status).body("code", equalTo(code));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
