package io.dronedelivery.supervisor.compensation;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.StandInServices;
import io.dronedelivery.supervisor.compensation.domain.CompensationMessages;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
// For all tests of the module: one start of the service serves them.
@WithTestResource(value = StandInServices.class, scope = TestResourceScope.GLOBAL)
class CompensationTest {
    private static final List<Step> ALL = List.of(Step.values());

    private final String deliveryId = UUID.randomUUID().toString();
    private final CompensationClient client = new CompensationClient(deliveryId);

    @SuppressWarnings("NullAway.Init") // set by the test resource
    StandInServices services;

    @Test
    void aFailedAttemptIsUndoneAndTheFormerScheduleAskedForAgain() {
        var restore = CompensationMessages.restore(deliveryId, Instant.now());
        services.closing(deliveryId, new Closed(true, restore));

        client.rejected(ALL);
        client.rejected(ALL);

        client.becomes("Finished");
        assertThat(services.calls(deliveryId))
                .containsExactly(
                        "PUT /deliveries/" + deliveryId + "/attempts/1/closure",
                        "DELETE /shipments/" + deliveryId + "/attempts/1",
                        "DELETE /reservations/" + deliveryId + "/attempts/1",
                        "DELETE /packages/" + deliveryId + "/attempts/1",
                        "DELETE /charges/" + deliveryId + "/attempts/1");
        assertThat(client.published(1)).containsExactly(restore);
        client.compensation()
                .body(
                        "failed", equalTo("SCHEDULE"),
                        "closure.code", equalTo("UNAVAILABLE"),
                        "progress.undone.step",
                                equalTo(List.of("BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY")),
                        "cost.held.minor", equalTo(1250),
                        "cost.calls", equalTo(5),
                        "cost.failures", equalTo(0),
                        "toUndo", equalTo(List.of()),
                        "possible", equalTo(List.of()));
    }

    @Test
    void pagesFollowEachOtherByTheirCursor() {
        CompensationClient other = new CompensationClient(UUID.randomUUID().toString());
        client.rejected(ALL);
        client.becomes("Finished");
        other.rejected(ALL);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> other.compensation()
                .statusCode(200));

        String cursor = get("/operations/compensations?limit=1")
                .then()
                .body("compensations.deliveryId", equalTo(List.of(other.deliveryId())))
                .extract()
                .path("next");
        get("/operations/compensations?limit=1&cursor=" + cursor)
                .then()
                .body("compensations.deliveryId", equalTo(List.of(deliveryId)));
    }

    @Test
    void aWrongParameterIsNamed() {
        get("/operations/compensations?status=LOST").then().statusCode(400).body("errors[0].field", equalTo("status"));
        get("/operations/compensations?limit=0").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        get("/operations/compensations?cursor=x").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
        client.compensation().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
}
