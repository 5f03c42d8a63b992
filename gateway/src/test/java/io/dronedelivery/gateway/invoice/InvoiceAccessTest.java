package io.dronedelivery.gateway.invoice;

import static io.dronedelivery.gateway.standin.Requests.by;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static io.dronedelivery.gateway.standin.Requests.operator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.issuer.Grant;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ScriptedServices.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class InvoiceAccessTest {
    private static final String OWN = "/api/v2/invoices/2026-11";
    private static final String OWN_IN_V1 = "/api/v1/invoices/2026-11";
    private static final String OF_ANY = "/operations/v1/accounts/{account}/invoices/2026-11";

    @BeforeEach
    void chargeAnnAndBob() {
        InvoiceServices.charge(1);
    }

    @Test
    void aCustomerHasTheInvoiceOfItsOwnAccount() {
        by(Grant.customer("ann")).get(OWN).then().statusCode(200).body("accountId", equalTo("ann"));
        by(Grant.customer("bob")).get(OWN).then().statusCode(200).body("accountId", equalTo("bob"));
        by(Grant.customer("bob")).get(OWN_IN_V1).then().statusCode(200).body("accountId", equalTo("bob"));
        by(Grant.customer("ann")).get(OWN + "?accountId=bob").then().body("accountId", equalTo("ann"));
        by(Grant.customer("ann")).get(OF_ANY, "ann").then().statusCode(403);
    }

    @Test
    void anOperatorHasTheInvoiceOfAnyAccount() {
        operator().get(OF_ANY, "bob").then().statusCode(200).body("accountId", equalTo("bob"));
        operator().get(OWN).then().statusCode(403).header("WWW-Authenticate", containsString("scope=\"customer\""));
    }

    @Test
    void withoutATokenThereIsNone() {
        given().get(OWN).then().statusCode(401);
        given().get(OWN_IN_V1).then().statusCode(401);
        by(Grant.service("drone")).get(OWN_IN_V1).then().statusCode(403);
        given().get(OF_ANY, "ann").then().statusCode(401);
        by(Grant.service("drone")).get(OF_ANY, "ann").then().statusCode(403);
    }

    @Test
    void anAccountThatThereIsNotHasNoInvoice() {
        problem(by(Grant.customer("eve")).get(OWN).then(), 404);
        problem(operator().get(OF_ANY, "eve").then(), 404).body("detail", equalTo("There is no account eve."));
        problem(operator().get(OF_ANY, "a.b").then(), 400).body("errors[0].field", equalTo("accountId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-13", "2026-00", "0000-01", "2026", "2026-1", "November", "+999999999-12", "2026-11.pdf"})
    void aMonthThatThereIsNotIsNamed(String month) {
        problem(customer().get("/api/v2/invoices/" + month).then(), 400).body("errors[0].field", equalTo("month"));
        problem(operator().get("/operations/v1/accounts/ann/invoices/" + month).then(), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                   | application/json",
                "application/json                      | application/json",
                "application/*                         | application/json",
                "application/pdf                       | application/pdf",
                "application/pdf, */*;q=0.8            | application/pdf",
                "application/json;q=0.5, application/pdf | application/pdf",
                "application/json, application/pdf;q=0.5 | application/json",
                "text/html, application/pdf;q=0.9, */*;q=0.8 | application/pdf"
            })
    void theClientSaysInWhichFormItWantsIt(String accept, String type) {
        customer()
                .header("Accept", accept)
                .get(OWN)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString(type));
    }

    @Test
    void anotherFormThereIsNot() {
        problem(customer().header("Accept", "text/html").get(OWN).then(), 406);
    }

    @Test
    void anInvoiceOnPaperIsSavedUnderAName() throws IOException {
        byte[] pdf = operator()
                .header("Accept", "application/pdf")
                .get(OF_ANY, "bob")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("attachment; filename=\"invoice-bob-2026-11.pdf\""))
                .extract()
                .asByteArray();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("Account: bob", "d-0001", "7.01 EUR");
        }
        problem(
                customer()
                        .header("Accept", "application/pdf")
                        .get("/api/v2/invoices/x")
                        .then(),
                400);
    }

    @Test
    void onlyReadingIsAllowed() {
        customer().put(OWN).then().statusCode(405).header("Allow", containsString("GET"));
        customer().head(OWN).then().statusCode(200);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json");
    }
}
