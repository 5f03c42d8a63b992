package io.dronedelivery.gateway.invoice;

import static io.dronedelivery.contracts.InternalPaths.SEARCHED_IDS_MAX;
import static io.dronedelivery.gateway.invoice.InvoiceServices.ACCOUNTING;
import static io.dronedelivery.gateway.invoice.InvoiceServices.DELIVERY;
import static io.dronedelivery.gateway.invoice.InvoiceServices.DRONE;
import static io.dronedelivery.gateway.invoice.InvoiceServices.OF_DETAILS;
import static io.dronedelivery.gateway.invoice.InvoiceServices.PACKAGING;
import static io.dronedelivery.gateway.standin.Requests.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Answer;
import io.dronedelivery.issuer.Grant;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ScriptedServices.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class InvoiceTest {
    private static final int DELIVERIES = 30;
    /** The time-out for details, and as much again for a busy machine. */
    private static final Duration IN_TIME = Duration.ofSeconds(4);

    @BeforeEach
    void chargeAnnAndBob() {
        InvoiceServices.charge(DELIVERIES);
    }

    @Test
    void anInvoiceHasWhatEachServiceKnowsOfEachDelivery() {
        Charges.Invoice charged = Samples.charged("ann", DELIVERIES);
        invoice("ann")
                .statusCode(200)
                .contentType("application/json")
                .body("accountId", equalTo("ann"))
                .body("month", equalTo("2026-11"))
                .body("total.minor", equalTo((int) charged.total().minor()))
                .body("total.currency", equalTo("EUR"))
                .body("incomplete", hasSize(0))
                .body("lines", hasSize(DELIVERIES))
                .body("lines[0].deliveryId", equalTo("d-0001"))
                .body("lines[0].attempt", equalTo(2))
                .body("lines[0].chargedAt", equalTo("2026-11-01T00:01:00Z"))
                .body("lines[0].amount.minor", equalTo(701))
                .body("lines[0].delivery.status", equalTo("COMPLETED"))
                .body("lines[0].delivery.reference", equalTo("order-of-d-0001"))
                .body("lines[0].delivery.pickup.address", equalTo("Bahnhofstrasse 1, Zürich"))
                .body("lines[0].delivery.carrier", equalTo("drone-7"))
                .body("lines[0].package.weightGrams", equalTo(900))
                .body("lines[0].package.tag", equalTo("tag-of-d-0001"))
                .body("lines[0].drone.model", equalTo("Kestrel"))
                .body("lines[29].deliveryId", equalTo("d-0030"));
    }

    @Test
    void eachServiceIsCalledOnceForAllDeliveriesWithTheTokenOfTheGateway() {
        invoice("ann").statusCode(200);
        assertThat(ScriptedServices.calls(ACCOUNTING)).singleElement().satisfies(call -> assertThat(call.uri())
                .isEqualTo("/invoices/ann?month=2026-11"));
        for (String service : OF_DETAILS) {
            assertThat(ScriptedServices.calls(service))
                    .singleElement()
                    .satisfies(call -> assertThat(call.body()).contains("d-0001", "d-0030"))
                    .satisfies(call ->
                            assertThat(call.authorization()).isEqualTo("Bearer " + ScriptedServices.ownToken()));
        }
        assertThat(Json.read(ScriptedServices.calls(DELIVERY).getFirst().body(), DeliverySearch.Query.class)
                        .accountId())
                .isEqualTo("ann");
    }

    @Test
    void theServicesAreAskedAtTheSameTime() {
        CyclicBarrier allThree = new CyclicBarrier(OF_DETAILS.size());
        for (String service : OF_DETAILS) {
            ScriptedServices.Behaviour usual = ScriptedServices.behaviour(service);
            ScriptedServices.behave(service, call -> {
                allThree.await(IN_TIME.toMillis(), TimeUnit.MILLISECONDS);
                return usual.to(call);
            });
        }
        invoice("ann").statusCode(200).body("incomplete", hasSize(0));
    }

    @Test
    void withoutPackagingTheInvoiceIsIncompleteAndTheAmountsAreThere() {
        int total = (int) Samples.charged("ann", DELIVERIES).total().minor();
        ScriptedServices.behave(PACKAGING, _ -> Answer.failure(503));
        invoice("ann")
                .statusCode(200)
                .body("incomplete", contains(PACKAGING))
                .body("total.minor", equalTo(total))
                .body("lines", hasSize(DELIVERIES))
                .body("lines.package", everyItem(nullValue()))
                .body("lines.drone", everyItem(notNullValue()));

        ScriptedServices.behave(PACKAGING, _ -> {
            throw new IOException("gone");
        });
        invoice("ann").statusCode(200).body("incomplete", contains(PACKAGING));
        ScriptedServices.behave(PACKAGING, _ -> new Answer(200, "nonsense"));
        invoice("ann").statusCode(200).body("incomplete", contains(PACKAGING));
    }

    @Test
    void aSlowDroneServiceIsNotWaitedFor() {
        ScriptedServices.behave(DRONE, _ -> {
            ScriptedServices.silence();
            return Answer.failure(500);
        });
        Instant begin = Instant.now();
        invoice("ann")
                .statusCode(200)
                .body("incomplete", contains(DRONE))
                .body("lines.drone", everyItem(nullValue()))
                .body("lines.package", everyItem(notNullValue()));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsNotWaitedFor() {
        ScriptedServices.Behaviour usual = ScriptedServices.behaviour(DELIVERY);
        ScriptedServices.behave(DELIVERY, call -> new Answer(200, usual.to(call).body(), true));
        Instant begin = Instant.now();
        invoice("ann").statusCode(200).body("incomplete", contains(DELIVERY));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
    }

    @Test
    void withoutAllThreeTheInvoiceHasTheChargesAlone() {
        OF_DETAILS.forEach(service -> ScriptedServices.behave(service, _ -> Answer.failure(500)));
        invoice("ann")
                .statusCode(200)
                .body("incomplete", contains(DELIVERY, PACKAGING, DRONE))
                .body("lines[0].keySet()", hasSize(4))
                .body("lines[0].amount.minor", equalTo(701));
    }

    @Test
    void withoutAccountingThereIsNoInvoice() {
        for (int status : new int[] {500, 503, 400, 403}) {
            ScriptedServices.behave(ACCOUNTING, _ -> Answer.failure(status));
            invoice("ann")
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue());
        }
        ScriptedServices.behave(ACCOUNTING, _ -> {
            throw new IOException("gone");
        });
        invoice("ann").statusCode(503);
        assertThat(ScriptedServices.calls(DELIVERY)).isEmpty();
    }

    @Test
    void anInvoiceThatDoesNotAddUpIsShownToNobody() {
        Charges.Invoice charged = Samples.charged("ann", DELIVERIES);
        Money wrong = new Money(charged.total().minor() + 1, "EUR");
        Money foreign = new Money(charged.total().minor(), "CHF");
        for (Money total : List.of(wrong, foreign)) {
            ScriptedServices.behave(
                    ACCOUNTING, _ -> Answer.of(new Charges.Invoice("ann", charged.month(), total, charged.charges())));
            invoice("ann").statusCode(500).contentType("application/problem+json");
        }
        ScriptedServices.behave(ACCOUNTING, _ -> Answer.of(Samples.charged("bob", DELIVERIES)));
        invoice("ann").statusCode(500);
    }

    @Test
    void moreThanAThousandChargesAreAskedForInChunks() {
        int many = 2 * SEARCHED_IDS_MAX + 1;
        InvoiceServices.charge(many);
        invoice("ann").statusCode(200).body("lines", hasSize(many)).body("incomplete", hasSize(0));
        for (String service : OF_DETAILS) {
            assertThat(ScriptedServices.calls(service)).hasSize(3);
        }
    }

    @Test
    void oneChunkThatIsMissingLeavesTheOthers() {
        InvoiceServices.charge(SEARCHED_IDS_MAX + 1);
        ScriptedServices.Behaviour usual = ScriptedServices.behaviour(PACKAGING);
        ScriptedServices.behave(
                PACKAGING, call -> call.body().contains("d-1001") ? Answer.failure(500) : usual.to(call));
        invoice("ann")
                .statusCode(200)
                .body("incomplete", contains(PACKAGING))
                .body("lines[999].package", notNullValue())
                .body("lines[1000].package", nullValue());
    }

    @Test
    void aMonthWithoutChargesAsksNobodyElse() {
        InvoiceServices.charge(0);
        invoice("ann")
                .statusCode(200)
                .body("total.minor", equalTo(0))
                .body("lines", hasSize(0))
                .body("incomplete", hasSize(0));
        OF_DETAILS.forEach(
                service -> assertThat(ScriptedServices.calls(service)).isEmpty());
    }

    private static ValidatableResponse invoice(String account) {
        return by(Grant.customer(account)).get("/api/v2/invoices/2026-11").then();
    }
}
