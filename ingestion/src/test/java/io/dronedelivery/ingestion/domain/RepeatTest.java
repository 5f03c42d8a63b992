package io.dronedelivery.ingestion.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.ingestion.domain.Answer.Accepted;
import io.dronedelivery.ingestion.domain.Answer.Impossible;
import io.dronedelivery.ingestion.domain.Answer.Invalid;
import io.dronedelivery.ingestion.domain.form.Limits;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was accepted under a key gets its first answer again. */
class RepeatTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);
    private static final Sender ANN = new Sender("ann", "key-1");
    private static final Sender BO = new Sender("bo", "key-1");
    private static final String ID = "6f0c2f6e-3f1b-4c59-9d8e-0a5a3b1c2d3e";
    private static final String OTHER_ID = "6f0c2f6e-3f1b-4c59-9d8e-0a5a3b1c2d3f";
    private static final String READY_NOW = timed("\"readyAt\": \"2026-11-20T12:00:00Z\"");
    private static final String LATER = "{\"deadline\": \"2026-11-20T12:30:00Z\"}";

    private final InMemoryRequestLog log = new InMemoryRequestLog();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private Instant now = NOON;
    private final Acceptance acceptance = new Acceptance(log, deliveries, () -> now, Limits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"readyAt\": \"2026-11-20T12:00:00Z\"",
                "\"readyAt\": \"2026-11-20T11:55:00Z\"",
                "\"deadline\": \"2026-11-20T12:10:00Z\"",
                "\"readyAt\": \"2026-11-20T12:00:00Z\", \"deadline\": \"2026-11-20T12:10:00Z\""
            })
    void anOrderWhoseTimesHavePassedGetsItsFirstAnswerInWhateverStateTheDeliveryIs(String times) {
        Accepted first = accepted(schedule(ANN, timed(times)));
        for (DeliveryStatus status : DeliveryStatus.values()) {
            now = now.plus(SIX_MINUTES);
            readByNow(status);
            assertThat(schedule(ANN, timed(times))).isEqualTo(first);
        }
        assertThat(log.stored()).hasSize(1);
    }

    @Test
    void anOrderWithoutTimesIsTheSameRequestAtAnyTime() {
        Accepted first = accepted(schedule(ANN, Bodies.LEAST));
        now = now.plus(Duration.ofDays(400));
        assertThat(schedule(ANN, Bodies.LEAST)).isEqualTo(first);
    }

    @Test
    void ifDeliveryDoesNotAnswerALateOrderIsQueuedWithItsTimeFault() {
        Accepted first = accepted(schedule(ANN, READY_NOW));
        assertThat(last(ScheduleDelivery.class).timeFault()).isNull();
        now = now.plus(SIX_MINUTES);
        deliveries.goDown();
        assertThat(schedule(ANN, READY_NOW)).isEqualTo(first);
        assertThat(last(ScheduleDelivery.class).timeFault())
                .isEqualTo("/readyAt must be from now (2026-11-20T12:06:00Z) to 30 days ahead,"
                        + " but is 2026-11-20T12:00:00Z");
    }

    @Test
    void aLateOrderThatDeliveryDoesNotKnowIsInvalid() {
        now = now.plus(SIX_MINUTES);
        assertThat(schedule(ANN, READY_NOW)).isInstanceOf(Invalid.class);
        assertThat(log.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"readyAt\": \"2026-11-20T11:00:00Z\", \"deadline\": \"2027-11-20T11:00:00Z\"",
                "\"readyAt\": \"2026-11-20T11:00:00Z\", \"deadline\": \"2026-11-20T11:09:59Z\"",
                "\"readyAt\": \"2026-12-31T11:00:00Z\"",
                "\"readyAt\": \"1969-12-31T23:59:59Z\"",
                "\"deadline\": \"-999999999-01-01T00:00:00+18:00\"",
                "\"readyAt\": \"2026-11-20T11:00:00Z\", \"expedited\": 1",
            })
    void aLateOrderWithAnotherFaultIsInvalidThoughDeliveryDoesNotAnswer(String part) {
        deliveries.goDown();
        assertThat(schedule(ANN, timed(part))).isInstanceOf(Invalid.class);
        assertThat(log.stored()).isEmpty();
    }

    @Test
    void anotherOrderUnderTheKeyIsRefusedAtOnceIfDeliveryIsAsked() {
        schedule(ANN, READY_NOW);
        readByNow(DeliveryStatus.COMPLETED);
        now = now.plus(SIX_MINUTES);
        assertThat(code(schedule(ANN, READY_NOW.replace("30000", "29999")))).isEqualTo(Refusal.KEY_REUSED);
    }

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void aChangeAndACancelGetTheirFirstAnswersInWhateverStateTheDeliveryIs(DeliveryStatus status) {
        know(ID, DeliveryStatus.SCHEDULED);
        Accepted changed = accepted(reschedule(ANN, ID, LATER));
        Accepted cancelled = accepted(cancel(ANN, ID, "{\"reason\": \"too late\"}"));
        log.stored().forEach(deliveries::read);
        know(ID, status);
        now = now.plus(Duration.ofDays(1));
        assertThat(reschedule(ANN, ID, LATER)).isEqualTo(changed);
        assertThat(cancel(ANN, ID, "{\"reason\": \"too late\"}")).isEqualTo(cancelled);
        assertThat(log.stored()).hasSize(2);
    }

    @Test
    void theFirstAnswerIsTheSameWhetherDeliveryAnswersOrNot() {
        know(ID, DeliveryStatus.SCHEDULED);
        Accepted first = accepted(cancel(ANN, ID, "{}"));
        deliveries.goDown();
        assertThat(cancel(ANN, ID, "{}")).isEqualTo(first);
        assertThat(log.stored()).extracting(DeliveryRequest::requestId).containsOnly(first.requestId());
    }

    @Test
    void aChangeThatDoesNotFitTheOrderAnyMoreGetsItsFirstAnswer() {
        know(ID, DeliveryStatus.SCHEDULED);
        String ready = "{\"readyAt\": \"2026-11-20T13:00:00Z\"}";
        Accepted first = accepted(reschedule(ANN, ID, ready));
        deliveries.read(log.stored().getLast());
        DeliveryOrder order =
                Orders.order(NOON).with(new DeliveryChange(null, null, Instant.parse("2026-11-20T13:05:00Z")));
        deliveries.know(view(ID, DeliveryStatus.SCHEDULED, order));
        assertThat(reschedule(ANN, ID, ready)).isEqualTo(first);
        assertThat(reschedule(new Sender("ann", "key-2"), ID, ready)).isInstanceOf(Invalid.class);
    }

    @Test
    void aLateChangeIsQueuedWhereDeliveryDoesNotAnswer() {
        Accepted first = accepted(reschedule(ANN, ID, LATER));
        now = now.plus(Duration.ofHours(1));
        assertThat(reschedule(ANN, ID, LATER)).isInstanceOf(Invalid.class);
        deliveries.goDown();
        assertThat(reschedule(ANN, ID, LATER)).isEqualTo(first);
        assertThat(last(RescheduleDelivery.class).timeFault()).startsWith("/deadline must be from 10 minutes");
    }

    @Test
    void anotherChangeOrReasonUnderTheKeyIsRefusedAtOnce() {
        know(ID, DeliveryStatus.SCHEDULED);
        reschedule(ANN, ID, LATER);
        cancel(ANN, ID, "{\"reason\": \"a\"}");
        log.stored().forEach(deliveries::read);
        assertThat(code(reschedule(ANN, ID, "{\"deadline\": \"2026-11-20T12:31:00Z\"}")))
                .isEqualTo(Refusal.KEY_REUSED);
        assertThat(code(cancel(ANN, ID, "{\"reason\": \"b\"}"))).isEqualTo(Refusal.KEY_REUSED);
        assertThat(log.stored()).hasSize(2);
    }

    @Test
    void aKeyIsAnotherForEachMethodDeliveryAndAccount() {
        know(ID, DeliveryStatus.SCHEDULED);
        schedule(ANN, Bodies.LEAST);
        schedule(BO, Bodies.LEAST);
        reschedule(ANN, ID, LATER);
        reschedule(ANN, OTHER_ID, LATER);
        cancel(ANN, ID, "{}");
        cancel(BO, OTHER_ID, "{}");
        assertThat(log.stored()).hasSize(6);
        assertThat(log.stored()).extracting(DeliveryRequest::keyId).doesNotHaveDuplicates();
        assertThat(log.stored()).extracting(DeliveryRequest::requestId).doesNotHaveDuplicates();
    }

    @Test
    void aKeyOfAnotherAccountShowsNothingOfItsDelivery() {
        know(ID, DeliveryStatus.SCHEDULED);
        cancel(ANN, ID, "{}");
        deliveries.read(log.stored().getLast());
        assertThat(cancel(BO, ID, "{}")).isEqualTo(ImmediateAnswer.notFound(ID));
        assertThat(reschedule(BO, ID, LATER)).isEqualTo(ImmediateAnswer.notFound(ID));
        now = now.plus(Duration.ofHours(1));
        assertThat(reschedule(BO, ID, LATER)).isEqualTo(ImmediateAnswer.notFound(ID));
    }

    @Test
    void aRepeatOfWhatDeliveryHasNotReadYetIsTheSameRequest() {
        know(ID, DeliveryStatus.SCHEDULED);
        assertThat(reschedule(ANN, ID, LATER)).isEqualTo(reschedule(ANN, ID, LATER));
        assertThat(log.stored())
                .hasSize(2)
                .extracting(DeliveryRequest::requestId)
                .containsOnly(log.stored().getFirst().requestId());
    }

    @Test
    void untilDeliveryHasReadAllRequestsNoneUnderAKeyIsRefusedForItsTimes() {
        Accepted ordered = accepted(schedule(ANN, READY_NOW));
        know(ID, DeliveryStatus.SCHEDULED);
        Accepted changed = accepted(reschedule(ANN, ID, LATER));
        now = now.plus(Duration.ofMinutes(21));
        deliveries.fallBehind();
        assertThat(schedule(ANN, READY_NOW)).isEqualTo(ordered);
        assertThat(reschedule(ANN, ID, LATER)).isEqualTo(changed);
    }

    @Test
    void afterAnUnknownOutcomeARepeatIsTheRequestThatWasStored() {
        log.fallSilent();
        assertThatThrownBy(() -> schedule(ANN, READY_NOW)).isInstanceOf(NotAcknowledged.class);
        String stored = log.stored().getLast().requestId();
        readByNow(DeliveryStatus.SCHEDULED);
        now = now.plus(SIX_MINUTES);
        assertThat(accepted(schedule(ANN, READY_NOW)).requestId()).isEqualTo(stored);
    }

    private void readByNow(DeliveryStatus status) {
        DeliveryRequest request = log.stored().getLast();
        deliveries.read(request);
        know(request.deliveryId(), status);
    }

    private void know(String deliveryId, DeliveryStatus status) {
        deliveries.know(view(deliveryId, status, Orders.order(NOON)));
    }

    private static DeliveryView view(String deliveryId, DeliveryStatus status, DeliveryOrder order) {
        return new DeliveryView(
                deliveryId, "ann", status, 2, 1, order, NOON, NOON, null, null, null, null, null, null, List.of());
    }

    private <R extends DeliveryRequest> R last(Class<R> type) {
        return type.cast(log.stored().getLast());
    }

    private static Accepted accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Accepted.class);
        return (Accepted) answer;
    }

    private static @Nullable Refusal code(Answer answer) {
        return answer instanceof Impossible impossible ? impossible.code() : null;
    }

    private static String timed(String part) {
        return Bodies.LEAST.replaceFirst("\\{", "{" + part + ", ");
    }

    private Answer schedule(Sender sender, String body) {
        return acceptance.schedule(sender, Bodies.tree(body)).await().indefinitely();
    }

    private Answer cancel(Sender sender, String deliveryId, String body) {
        return acceptance.cancel(sender, deliveryId, Bodies.tree(body)).await().indefinitely();
    }

    private Answer reschedule(Sender sender, String deliveryId, String body) {
        return acceptance
                .reschedule(sender, deliveryId, Bodies.tree(body))
                .await()
                .indefinitely();
    }
}
