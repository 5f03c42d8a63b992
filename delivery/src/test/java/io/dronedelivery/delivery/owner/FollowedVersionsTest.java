package io.dronedelivery.delivery.owner;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.delivery.Journey;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowedVersionsTest {
    @Inject
    FollowedVersions versions;

    @Test
    void aDeliveryIsNotFollowedAnyMoreOnceTheTokenOfItsOnlyClientHasExpired() {
        try (KafkaProbe probe = new KafkaProbe()) {
            Journey journey = new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.NONE).requested();
            String token = Tokens.of(Grant.customer(journey.account).lasting(Duration.ofSeconds(4)));
            CompletableFuture<Void> stream =
                    CompletableFuture.runAsync(() -> given().header("Authorization", "Bearer " + token)
                            .get("/api/v2/deliveries/" + journey.id + "/tracking")
                            .then()
                            .statusCode(200));
            await().until(() -> versions.version(journey.id) > 0);
            stream.join();
            await().until(() -> versions.version(journey.id) == 0);
        }
    }
}
