package io.dronedelivery.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.testing.StoredDocument;
import io.dronedelivery.transport.domain.Answer;
import io.dronedelivery.transport.domain.Consignment;
import io.dronedelivery.transport.domain.overland.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents that a released version has stored are read by every later one. */
class StoredDocumentsTest {
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");
    private static final Booking BOOKING = new Booking(
            Orders.PICKUP,
            Orders.DROPOFF,
            new Parcel(Parcel.Size.LARGE, 12_000, null),
            AT,
            AT.plus(Duration.ofHours(8)));
    private static final Consignment EVERY_STATE = new Consignment(
            "delivery",
            4,
            List.of(
                    new Answer.Declined(1, "out of the area"),
                    new Answer.Over(shipment(2, Stage.CANCELLED)),
                    new Answer.Withdrawn(shipment(3, Stage.BOOKED)),
                    new Answer.Carried(shipment(5, Stage.PICKED_UP)),
                    new Answer.Chosen(shipment(6, Stage.BOOKED), BOOKING)));

    private static Shipment shipment(int attempt, Stage stage) {
        return new Shipment("delivery", attempt, "overland", "delivery/" + attempt, stage, AT, AT.plusSeconds(3_600));
    }

    @Test
    void aConsignmentWithAnswersOfEveryKind() {
        assertThat(EVERY_STATE.answers()).extracting(Object::getClass).contains(StoredDocument.recordsOf(Answer.class));
        StoredDocument.assertKept(EVERY_STATE);
    }

    @Test
    void aJobOfTheCarrier() {
        StoredDocument.assertKept(
                new Job("delivery/6", BOOKING, AT, AT.plus(Duration.ofHours(1)), Stage.OUT_FOR_DELIVERY));
    }
}
