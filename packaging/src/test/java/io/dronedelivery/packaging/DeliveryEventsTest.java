package io.dronedelivery.packaging;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.PACKAGE;
import static io.dronedelivery.packaging.domain.Samples.header;
import static io.dronedelivery.packaging.domain.Samples.registration;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryPickedUp;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryReturned;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.packaging.Packages.State;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryEventsTest {
    private final String delivery = UUID.randomUUID().toString();

    @Test
    void aPackageIsPickedUpAndDeliveredThoughEachEventComesTwice() {
        register();
        DeliveryEvent pickedUp = new DeliveryPickedUp(header(delivery, 4, 1, DeliveryStatus.PICKED_UP));
        DeliveryEvent completed = new DeliveryCompleted(header(delivery, 7, 1, DeliveryStatus.COMPLETED));

        tell(pickedUp, pickedUp);
        awaitState(State.IN_HAND);

        tell(completed, pickedUp, completed);
        awaitState(State.DELIVERED);
    }

    @Test
    void aCancelledDeliveryReleasesItsPackage() {
        register();
        tell(new DeliveryCancelled(header(delivery, 3, 1, DeliveryStatus.CANCELLED), "request", null));
        awaitState(State.RELEASED);
    }

    @Test
    void aReturnedDeliveryGivesThePackageBack() {
        register();
        tell(
                new DeliveryPickedUp(header(delivery, 4, 1, DeliveryStatus.PICKED_UP)),
                new DeliveryReturned(header(delivery, 6, 1, DeliveryStatus.RETURNED), "nobody was there"));
        awaitState(State.RETURNED);
    }

    @Test
    void anEventThatContradictsItsPackageGoesToTheDeadLettersAndBlocksNoOther() {
        register();
        tell(
                new DeliveryPickedUp(header("never-registered", 4, 1, DeliveryStatus.PICKED_UP)),
                new DeliveryPickedUp(header(delivery, 4, 1, DeliveryStatus.PICKED_UP)));
        awaitState(State.IN_HAND);
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.awaitRecords(
                    Topic.DELIVERY_EVENTS.topicName() + ".dead",
                    dead -> dead.key().equals("never-registered"),
                    1);
        }
    }

    private void register() {
        given().contentType(ContentType.JSON)
                .body(Json.text(registration(null)))
                .put(PACKAGE + ATTEMPT, delivery, 1)
                .then()
                .statusCode(200);
    }

    private static void tell(DeliveryEvent... events) {
        try (KafkaProbe probe = new KafkaProbe()) {
            for (DeliveryEvent event : events) {
                probe.send(Topic.DELIVERY_EVENTS, event.header().deliveryId(), event.eventId(), event);
            }
        }
    }

    private void awaitState(State state) {
        await().untilAsserted(() -> given().get(PACKAGE, delivery).then().body("state", equalTo(state.name())));
    }
}
