package io.dronedelivery.ingestion.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.ingestion.domain.Answer.Accepted;
import io.dronedelivery.ingestion.domain.Answer.Invalid;
import io.dronedelivery.ingestion.domain.form.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleAcceptanceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Sender ANN = new Sender("ann", "key-1");

    private final InMemoryRequestLog log = new InMemoryRequestLog();
    private final Acceptance acceptance =
            new Acceptance(log, new InMemoryDeliveries(), InstantSource.fixed(NOW), Limits.DEFAULT);

    @Test
    void aFieldThatIsLeftOutGetsItsDefault() {
        Accepted accepted = accepted(ANN, Bodies.LEAST);

        assertThat(log.stored()).singleElement().isInstanceOfSatisfying(ScheduleDelivery.class, stored -> {
            assertThat(stored.deliveryId()).isEqualTo(accepted.deliveryId());
            assertThat(stored.requestId()).isEqualTo(accepted.requestId());
            assertThat(stored.accountId()).isEqualTo("ann");
            assertThat(stored.requestedAt()).isEqualTo(NOW);
            DeliveryOrder order = stored.order();
            assertThat(order.readyAt()).isEqualTo(NOW);
            assertThat(order.deadline()).isEqualTo("2026-11-20T14:00:00Z");
            assertThat(order.expedited()).isFalse();
            assertThat(order.confirmation()).isEqualTo(Confirmation.NONE);
            assertThat(order.parcel()).isEqualTo(new Parcel(Parcel.Size.LARGE, 30_000, null));
        });
        assertThat(accepted.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(UUID.fromString(accepted.deliveryId()).version()).isEqualTo(8);
    }

    @Test
    void aGivenFieldIsKept() {
        accepted(ANN, Bodies.order("\"expedited\"", "\"deadline\": \"2026-11-20T15:00:00+01:00\", \"expedited\""));

        assertThat(log.stored()).singleElement().isInstanceOfSatisfying(ScheduleDelivery.class, stored -> {
            DeliveryOrder order = stored.order();
            assertThat(order.deadline()).isEqualTo("2026-11-20T14:00:00Z");
            assertThat(order.expedited()).isTrue();
            assertThat(order.confirmation()).isEqualTo(Confirmation.PIN);
            assertThat(order.reference()).isEqualTo("Order 4711");
            assertThat(order.pickup().contact())
                    .isEqualTo(new DeliveryOrder.Contact("Ann", "+41 44 555 01 01", "ann@example.org"));
            assertThat(order.parcel().tag()).isEqualTo("4006381333931");
        });
    }

    @Test
    void charactersAreCountedAsCodePoints() {
        String emoji = "\uD83D\uDE80".repeat(60);

        accepted(ANN, Bodies.order("Order 4711", emoji));

        assertThat(log.stored()).singleElement().isInstanceOfSatisfying(ScheduleDelivery.class, stored -> assertThat(
                        stored.order().reference())
                .isEqualTo(emoji));
    }

    @ParameterizedTest
    @MethodSource("io.dronedelivery.ingestion.domain.BadOrders#all")
    void aBadOrderIsNotStoredAndItsFieldIsNamed(BadOrders.Case bad) {
        assertThat(answer(ANN, bad.body()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.errors()).anySatisfy(error -> {
                            assertThat(error.field()).isEqualTo(bad.field());
                            assertThat(error.message()).contains(bad.allowed());
                        }));
        assertThat(log.stored()).isEmpty();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String body =
                "{\"dropoff\": {\"location\": {\"latitude\": 91}}, \"package\": 5, \"expedited\": 1, \"x\": null}";

        assertThat(answer(ANN, body)).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "/pickup",
                        "/x",
                        "/dropoff/location/longitude",
                        "/dropoff/location/latitude",
                        "/package",
                        "/expedited"));
    }

    @Test
    void aRepeatUnderAKeyIsTheSameRequestHoweverItIsWritten() {
        Accepted first = accepted(ANN, Bodies.LEAST);
        Accepted repeat = accepted(ANN, Bodies.LEAST.replaceFirst("\\{", "{\"reference\": null,  "));

        assertThat(repeat).isEqualTo(first);
    }

    @Test
    void anotherOrderUnderAKeyIsAnotherRequestForTheSameDelivery() {
        Accepted first = accepted(ANN, Bodies.LEAST);
        Accepted other = accepted(ANN, Bodies.ORDER);

        assertThat(other.deliveryId()).isEqualTo(first.deliveryId());
        assertThat(other.requestId()).isNotEqualTo(first.requestId());
    }

    @Test
    void eachAccountHasItsOwnKeys() {
        assertThat(accepted(ANN, Bodies.LEAST).deliveryId())
                .isNotEqualTo(accepted(new Sender("bo", "key-1"), Bodies.LEAST).deliveryId())
                .isNotEqualTo(accepted(new Sender("ann", "key-2"), Bodies.LEAST).deliveryId());
    }

    @Test
    void withoutAnAcknowledgementTheOutcomeIsUnknownAndTheDeliveryIsNamed() {
        String deliveryId = accepted(ANN, Bodies.LEAST).deliveryId();
        log.fallSilent();

        assertThatThrownBy(() -> answer(ANN, Bodies.LEAST))
                .isInstanceOfSatisfying(NotAcknowledged.class, lost -> assertThat(lost.deliveryId())
                        .isEqualTo(deliveryId));
    }

    private Accepted accepted(Sender sender, String body) {
        return (Accepted) answer(sender, body);
    }

    private Answer answer(Sender sender, String body) {
        return acceptance.schedule(sender, Bodies.tree(body)).await().indefinitely();
    }
}
