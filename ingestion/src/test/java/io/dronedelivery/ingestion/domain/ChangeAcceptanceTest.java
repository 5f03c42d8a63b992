package io.dronedelivery.ingestion.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.ingestion.domain.Answer.Accepted;
import io.dronedelivery.ingestion.domain.Answer.Impossible;
import io.dronedelivery.ingestion.domain.Answer.Invalid;
import io.dronedelivery.ingestion.domain.form.Limits;
import io.dronedelivery.testing.Orders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeAcceptanceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ID = "6f0c2f6e-3f1b-4c59-9d8e-0a5a3b1c2d3e";
    private static final String LATER = "{\"deadline\": \"2026-11-20T18:00:00Z\"}";
    private static final String NO_REASON = "{}";
    private static final Sender ANN = new Sender("ann", "key-1");

    private final InMemoryRequestLog log = new InMemoryRequestLog();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final Acceptance acceptance = new Acceptance(log, deliveries, InstantSource.fixed(NOW), Limits.DEFAULT);

    @Test
    void aChangeIsStored() {
        known("ann", DeliveryStatus.SCHEDULED);

        assertThat(reschedule(ANN, LATER))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.status())
                        .isEqualTo(DeliveryStatus.PENDING));
        assertThat(log.stored()).singleElement().isInstanceOfSatisfying(RescheduleDelivery.class, stored -> assertThat(
                        stored.change())
                .isEqualTo(new DeliveryChange(null, null, Instant.parse("2026-11-20T18:00:00Z"))));
    }

    @Test
    void aCancellationIsStoredWithItsReason() {
        known("ann", DeliveryStatus.HEADED_TO_PICKUP);

        assertThat(cancel(ANN, because("changed my mind"))).isInstanceOf(Accepted.class);
        assertThat(log.stored()).singleElement().isInstanceOfSatisfying(CancelDelivery.class, stored -> assertThat(
                        stored.reason())
                .isEqualTo("changed my mind"));
    }

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void aChangeThatIsTooLateIsRefusedAndNotStored(DeliveryStatus status) {
        known("ann", status);
        Answer answer = cancel(ANN, NO_REASON);

        switch (status) {
            case PENDING, SCHEDULED, HEADED_TO_PICKUP, RECOVERING ->
                assertThat(answer).isInstanceOf(Accepted.class);
            case PICKED_UP, HEADED_TO_DROPOFF, ARRIVING -> assertRefused(answer, Refusal.ALREADY_PICKED_UP);
            case COMPLETED, CANCELLED, REJECTED, RETURNED, FAILED -> assertRefused(answer, Refusal.ALREADY_ENDED);
        }
    }

    @Test
    void somebodyElsesDeliveryIsNotFound() {
        known("bo", DeliveryStatus.SCHEDULED);

        assertRefused(cancel(ANN, NO_REASON), Refusal.NOT_FOUND);
        assertRefused(reschedule(ANN, LATER), Refusal.NOT_FOUND);
    }

    @Test
    void aMalformedIdIsNotFound() {
        assertRefused(
                acceptance
                        .cancel(ANN, "../../etc/passwd", Bodies.tree(NO_REASON))
                        .await()
                        .indefinitely(),
                Refusal.NOT_FOUND);
    }

    @Test
    void aDeliveryThatIsNotKnownYetIsQueuedAllTheSame() {
        assertThat(cancel(ANN, NO_REASON)).isInstanceOf(Accepted.class);
        assertThat(log.stored()).hasSize(1);
    }

    @Test
    void aChangeIsStoredAtOnceIfDeliveryIsDown() {
        deliveries.goDown();

        assertThat(reschedule(ANN, LATER)).isInstanceOf(Accepted.class);
        assertThat(log.stored()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                  | ``         | must change at least one of dropoff, readyAt, deadline
            5                                                   | ``         | must be a JSON object, but is 5
            {"deadline": null}                                  | /deadline  | can't be removed
            {"package": {"size": "SMALL"}}                      | /package   | is unknown
            {"dropoff": {"instructions": "Ring."}}              | /dropoff/location | is required
            {"dropoff": {"location": {"latitude": 47.3769, "longitude": 8.5417}}} | /dropoff | at least 10 m away
            {"readyAt": "2026-11-20T13:55:00Z"}                 | /readyAt   | the deadline must be at least 10 minutes after readyAt
            {"readyAt": "2026-11-19T12:00:00Z"}                 | /readyAt   | must be from now
            {"deadline": "2026-11-20T12:05:00Z"}                | /deadline  | must be from 10 minutes
            """)
    void aBadChangeIsNotStoredAndItsFieldIsNamed(String body, String field, String allowed) {
        known("ann", DeliveryStatus.SCHEDULED);

        assertInvalid(reschedule(ANN, body), field, allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"reason": ""}        | /reason | must be a text of 1 to 200 characters
            {"reason": 5}         | /reason | must be a text
            {"reason": "a\\u0007"} | /reason | must be a text
            {"cause": "rain"}     | /cause  | is unknown; known here are reason
            []                    | ``      | must be a JSON object
            """)
    void aBadCancellationIsNotStoredAndItsFieldIsNamed(String body, String field, String allowed) {
        known("ann", DeliveryStatus.SCHEDULED);

        assertInvalid(cancel(ANN, body), field, allowed);
    }

    @Test
    void aReasonIsNotTooLong() {
        assertThat(cancel(ANN, because("x".repeat(200)))).isInstanceOf(Accepted.class);
        assertThat(cancel(ANN, because("x".repeat(201)))).isInstanceOf(Invalid.class);
        assertThat(log.stored()).hasSize(1);
    }

    @Test
    void noReasonIsNoReasonHoweverItIsWritten() {
        assertThat(cancel(ANN, "{\"reason\": null}")).isEqualTo(cancel(ANN, NO_REASON));
    }

    @Test
    void aRepeatUnderAKeyIsTheSameRequest() {
        String because = because("a");

        assertThat(cancel(ANN, because)).isEqualTo(cancel(ANN, because)).isNotEqualTo(cancel(ANN, because("b")));
        assertThat(reschedule(ANN, LATER)).isEqualTo(reschedule(ANN, LATER)).isNotEqualTo(cancel(ANN, because));
    }

    private void assertInvalid(Answer answer, String field, String allowed) {
        assertThat(answer).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.errors())
                .anySatisfy(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.message()).contains(allowed);
                }));
        assertThat(log.stored()).isEmpty();
    }

    private void assertRefused(Answer answer, Refusal code) {
        assertThat(answer).isInstanceOfSatisfying(Impossible.class, impossible -> assertThat(impossible.code())
                .isEqualTo(code));
        assertThat(log.stored()).isEmpty();
    }

    private void known(String accountId, DeliveryStatus status) {
        deliveries.know(new DeliveryView(
                ID,
                accountId,
                status,
                2,
                1,
                Orders.order(NOW),
                NOW,
                NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of()));
    }

    private Answer reschedule(Sender sender, String body) {
        return acceptance.reschedule(sender, ID, Bodies.tree(body)).await().indefinitely();
    }

    private static String because(String reason) {
        return "{\"reason\": \"%s\"}".formatted(reason);
    }

    private Answer cancel(Sender sender, String body) {
        return acceptance.cancel(sender, ID, Bodies.tree(body)).await().indefinitely();
    }
}
