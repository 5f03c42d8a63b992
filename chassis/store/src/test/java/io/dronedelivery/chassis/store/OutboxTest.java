package io.dronedelivery.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {
    private static final int MESSAGES = 50;

    private final Transactions transactions;
    private final Outbox outbox;

    OutboxTest(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Test
    void whatIsCommittedIsPublishedInOrder() {
        List<Outgoing> messages = IntStream.range(0, MESSAGES)
                .mapToObj(n -> message("ordered", n))
                .toList();

        transactions.run(tx -> outbox.append(tx, messages)).await().indefinitely();

        assertThat(published("ordered", MESSAGES))
                .extracting(DeliveryRequest::requestId)
                .containsExactlyElementsOf(messages.stream().map(Outgoing::id).toList());
    }

    @Test
    void whatIsRolledBackIsNeverPublished() {
        Uni<Void> failing = transactions.run(tx -> outbox.append(tx, List.of(message("undone", 0)))
                .flatMap(_ -> Uni.createFrom().failure(new IllegalStateException("undo"))));
        assertThatThrownBy(() -> failing.await().indefinitely()).hasMessageContaining("undo");

        transactions
                .run(tx -> outbox.append(tx, List.of(message("undone", 1))))
                .await()
                .indefinitely();

        assertThat(published("undone", 1))
                .extracting(DeliveryRequest::requestId)
                .containsExactly("undone-1");
    }

    private static List<DeliveryRequest> published(String deliveryId, int count) {
        return KafkaProbe.published(
                Topic.DELIVERY_REQUESTS,
                DeliveryRequest.class,
                seen -> seen.deliveryId().equals(deliveryId),
                count);
    }

    private static Outgoing message(String deliveryId, int n) {
        String id = deliveryId + "-" + n;
        return new Outgoing(
                Topic.DELIVERY_REQUESTS, deliveryId, id, new CancelDelivery(id, deliveryId, "a", Instant.EPOCH, null));
    }
}
