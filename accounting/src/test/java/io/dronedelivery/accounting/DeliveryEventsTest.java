package io.dronedelivery.accounting;

import static io.dronedelivery.accounting.domain.Samples.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Samples;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.State;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryEventsTest {
    private static final long PAID_IN = 10_000;

    private final AccountingDomain domain;
    private final String account = UUID.randomUUID().toString();
    private final String delivery = UUID.randomUUID().toString();

    DeliveryEventsTest(AccountingDomain domain) {
        this.domain = domain;
    }

    @Test
    void aCompletedDeliveryIsPaidOnceHoweverOftenItsEventComes() {
        hold();
        DeliveryEvent completed = new DeliveryCompleted(header(delivery, 6, 1, DeliveryStatus.COMPLETED));

        DeliveryEvent afterTheEnd = new DeliveryFailed(
                header(delivery, 7, 1, DeliveryStatus.FAILED), Refusal.FLIGHT_FAILED, "sent by mistake");

        DeliveryEvent neverHeld = new DeliveryCompleted(header(delivery, 8, 2, DeliveryStatus.COMPLETED));

        tell(completed, completed, completed, afterTheEnd, neverHeld);

        awaitDeadLetterOf(delivery);
        awaitState(State.CAPTURED);
        assertThat(balance()).isEqualTo(PAID_IN - charge().amount().minor());
    }

    @Test
    void aCancelledDeliveryCostsNothingThoughItsEventComesTwice() {
        hold();
        DeliveryEvent cancelled =
                new DeliveryCancelled(header(delivery, 3, 1, DeliveryStatus.CANCELLED), "request", null);

        tell(cancelled, cancelled);

        awaitState(State.VOIDED);
        assertThat(balance()).isEqualTo(PAID_IN);
    }

    @Test
    void anEventThatContradictsItsBillGoesToTheDeadLettersAndBlocksNoOther() {
        DeliveryEvent neverHeld = new DeliveryCompleted(header("never-held", 6, 1, DeliveryStatus.COMPLETED));
        hold();

        tell(neverHeld, new DeliveryCompleted(header(delivery, 6, 1, DeliveryStatus.COMPLETED)));

        awaitState(State.CAPTURED);
        awaitDeadLetterOf("never-held");
    }

    private void hold() {
        domain.customers().keep(account, Samples.terms(PAID_IN)).await().indefinitely();
        domain.holds().hold(delivery, 1, Samples.hold(account)).await().indefinitely();
    }

    private void tell(DeliveryEvent... events) {
        try (KafkaProbe probe = new KafkaProbe()) {
            for (DeliveryEvent event : events) {
                probe.send(Topic.DELIVERY_EVENTS, event.header().deliveryId(), event.eventId(), event);
            }
        }
    }

    /** Each event is applied after those of the same delivery before it, the last of which is a contradiction. */
    private static void awaitDeadLetterOf(String deliveryId) {
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.awaitRecords(
                    Topic.DELIVERY_EVENTS.topicName() + ".dead",
                    dead -> dead.key().equals(deliveryId),
                    1);
        }
    }

    private void awaitState(State state) {
        await().untilAsserted(() -> assertThat(charge().state()).isEqualTo(state));
    }

    private Charge charge() {
        return domain.holds().find(delivery).await().indefinitely().orElseThrow();
    }

    private long balance() {
        return domain.customers()
                .find(account)
                .await()
                .indefinitely()
                .orElseThrow()
                .balance()
                .minor();
    }
}
