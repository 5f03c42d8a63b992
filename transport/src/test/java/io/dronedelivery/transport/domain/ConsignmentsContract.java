package io.dronedelivery.transport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every place where consignments are kept must do. */
public abstract class ConsignmentsContract {
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");
    private static final int AT_ONCE = 30;

    private final String deliveryId = UUID.randomUUID().toString();

    protected abstract Consignments consignments();

    /** What was published of a delivery, once there are so many. */
    protected abstract List<ShipmentProgress> published(String deliveryId, int count);

    @Test
    public void anUnknownDeliveryHasAnEmptyConsignment() {
        assertThat(find()).isEqualTo(Consignment.of(deliveryId));
    }

    @Test
    public void everyKindOfAnswerIsKeptAsItIs() {
        Booking booking = new Booking(
                new Position(1, 2),
                new Position(3, 4),
                new Parcel(Parcel.Size.LARGE, 900, null),
                AT,
                AT.plusSeconds(9));
        Consignment all = new Consignment(
                deliveryId,
                4,
                List.of(
                        new Answer.Declined(1, "too heavy"),
                        new Answer.Withdrawn(shipment(2)),
                        new Answer.Over(shipment(3)),
                        new Answer.Carried(shipment(4)),
                        new Answer.Chosen(shipment(5), booking)));

        Consignment answer = done(consignments().change(deliveryId, _ -> ConsignmentStep.unpublished(all)));

        assertThat(answer).isEqualTo(all);
        assertThat(find()).isEqualTo(all);
    }

    @Test
    public void progressIsPublishedInItsOrder() {
        List<ShipmentProgress> said = List.of(progress(Stage.BOOKED), progress(Stage.PICKED_UP));

        String answer = done(consignments()
                .change(deliveryId, consignment -> new ConsignmentStep<>(consignment.overtake(1), said, "answer")));

        assertThat(answer).isEqualTo("answer");
        assertThat(published(deliveryId, 2)).isEqualTo(said);
    }

    @Test
    public void aChangeThatFailsKeepsAndPublishesNothing() {
        assertThatThrownBy(() -> done(consignments().change(deliveryId, _ -> {
                    throw new IllegalStateException("broken");
                })))
                .hasMessageContaining("broken");

        assertThat(find()).isEqualTo(Consignment.of(deliveryId));
    }

    @Test
    public void changesAtTheSameTimeAllCount() {
        List<Uni<Consignment>> changes = IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> consignments()
                        .change(deliveryId, it -> ConsignmentStep.unpublished(it.overtake(it.fence() + 1))))
                .toList();

        done(Uni.join().all(changes).andFailFast());

        assertThat(find().fence()).isEqualTo(AT_ONCE);
    }

    private Shipment shipment(int attempt) {
        return new Shipment(deliveryId, attempt, "c", deliveryId + "-" + attempt, Stage.BOOKED, AT, AT.plusSeconds(60));
    }

    private ShipmentProgress progress(Stage stage) {
        return new ShipmentProgress(deliveryId, 1, "c", deliveryId + "-1", stage, AT, new Position(1, 2), null);
    }

    private Consignment find() {
        return done(consignments().find(deliveryId));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
