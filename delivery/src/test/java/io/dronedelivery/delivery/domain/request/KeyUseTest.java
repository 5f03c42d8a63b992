package io.dronedelivery.delivery.domain.request;

import static io.dronedelivery.delivery.domain.Given.NOT_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.delivery.domain.DeliveryScenario;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.decision.RefusalReasons;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first request under an idempotency key is recorded; other requests under it are refused. */
class KeyUseTest {
    private static final String ORDERED = "order-key";
    private static final String CHANGED = "change-key";
    private static final String CANCELLED = "cancel-key";
    private static final String TIME_FAULT = "/readyAt must be from now";

    private final DeliveryScenario scenario = new DeliveryScenario();

    @Test
    void theFirstRequestOfEachKeyIsRecordedThoughTheDeliveryIsCancelled() {
        scenario.receive(order(null))
                .receive(later("later-1", Duration.ofHours(5)))
                .receive(cancel("cancel-1"));
        assertThat(scenario.status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertFirst(ORDERED, "request-d1");
        assertFirst(CHANGED, "later-1");
        assertFirst(CANCELLED, "cancel-1");
        assertFirst("another-key", null);
    }

    @Test
    void aChangeIsKnownBeforeItIsOpenedAndIsOpenedAllTheSame() {
        scenario.scheduled().receive(later("later-1", Duration.ofHours(5)));
        assertFirst(CHANGED, "later-1");
        assertThat(scenario.open(later("later-1", Duration.ofHours(5)))).isInstanceOf(Proceed.class);
        assertThat(scenario.open(later("later-1", Duration.ofHours(5))))
                .isEqualTo(scenario.open(later("later-1", Duration.ofHours(5))));
        assertThat(scenario.refusals()).isEmpty();
    }

    @Test
    void aChangeThatTheSchedulerOpensFirstIsKnown() {
        scenario.scheduled();
        scenario.open(later("later-1", Duration.ofHours(5)));
        assertFirst(CHANGED, "later-1");
    }

    @Test
    void aRefusedRequestIsKnown() {
        scenario.scheduled().receive(cancel("cancel-1"));
        scenario.receive(later("later-1", Duration.ofHours(5)));
        assertThat(scenario.open(later("later-1", Duration.ofHours(5)))).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_ENDED);
        assertFirst(CHANGED, "later-1");
    }

    @Test
    void anotherChangeUnderTheSameKeyIsRefusedOnceWhoeverReadsItFirst() {
        scenario.scheduled()
                .receive(later("later-1", Duration.ofHours(5)))
                .receive(later("later-2", Duration.ofHours(6)));
        assertThat(scenario.open(later("later-1", Duration.ofHours(5)))).isInstanceOf(Proceed.class);
        assertThat(scenario.open(later("later-2", Duration.ofHours(6)))).isInstanceOf(Halt.class);
        assertThat(scenario.open(later("later-2", Duration.ofHours(6)))).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.KEY_REUSED);
        assertThat(scenario.last(DeliveryChangeRefused.class).requestId()).isEqualTo("later-2");
        assertFirst(CHANGED, "later-1");
    }

    @Test
    void anotherCancelUnderTheSameKeyIsRefusedForThat() {
        scenario.scheduled()
                .receive(cancel("cancel-1"))
                .receive(cancel("cancel-2"))
                .receive(cancel("cancel-2"));
        assertThat(scenario.refusals()).containsExactly(Refusal.KEY_REUSED);
        assertFirst(CANCELLED, "cancel-1");
    }

    @Test
    void theKeyOfAnotherAccountsChangeIsNotRecorded() {
        scenario.scheduled()
                .receive(new RescheduleDelivery(
                        "later-1",
                        "d1",
                        "stranger",
                        Given.NOW,
                        later("later-1", Duration.ofHours(5)).change(),
                        CHANGED,
                        null));
        assertFirst(CHANGED, null);
    }

    @Test
    void aLateOrderThatIsNewIsRejectedForItsTimes() {
        scenario.receive(order(TIME_FAULT));
        assertThat(scenario.open(order(TIME_FAULT))).isEqualTo(new Halt(TIME_FAULT));
        assertRejected(Refusal.INVALID, TIME_FAULT);
    }

    @Test
    void aLateOrderWhoseDeadlineHasPassedIsRejectedForThat() {
        scenario.at(order(null).order().deadline());
        scenario.open(order(TIME_FAULT));
        assertRejected(Refusal.DEADLINE_PASSED, RefusalReasons.DEADLINE_PASSED.detail());
    }

    @Test
    void aLateRepeatOfAnOrderChangesNothing() {
        scenario.receive(order(null));
        assertThat(scenario.open(order(null))).isInstanceOf(Proceed.class);
        scenario.receive(order(TIME_FAULT));
        assertThat(scenario.open(order(TIME_FAULT))).isEqualTo(scenario.open(order(null)));
        assertThat(scenario.statuses()).containsExactly(DeliveryStatus.PENDING);
    }

    @Test
    void aLateOrderThatTheSchedulerGivesUpIsRejected() {
        scenario.receive(order(TIME_FAULT));
        scenario.close(NOT_OPENED, new Closure("request-d1", Refusal.UNAVAILABLE, "not reached"));
        assertRejected(Refusal.UNAVAILABLE, "not reached");
    }

    @Test
    void aLateChangeThatIsNewIsRefusedForItsTimes() {
        scenario.scheduled();
        RescheduleDelivery late = new RescheduleDelivery(
                "later-1",
                "d1",
                "acme",
                Given.NOW,
                later("later-1", Duration.ofHours(5)).change(),
                CHANGED,
                TIME_FAULT);
        assertThat(scenario.open(late)).isEqualTo(new Halt(TIME_FAULT));
        assertThat(scenario.last(DeliveryChangeRefused.class).detail()).isEqualTo(TIME_FAULT);
        assertThat(scenario.status()).isEqualTo(DeliveryStatus.SCHEDULED);
    }

    @Test
    void aDeliveryThatWasStoredWithoutKeyUsesIsRead() {
        String stored = Json.text(Given.pending());
        assertThat(stored).contains(",\"keyUses\":{}");
        Delivery read = Json.read(stored.replace(",\"keyUses\":{}", ""), Delivery.class);
        assertThat(read).isEqualTo(Given.pending());
    }

    private void assertFirst(String keyId, @Nullable String requestId) {
        assertThat(DeliveryViews.keyUse(scenario.delivery(), keyId, Given.NOW).requestId())
                .isEqualTo(requestId);
    }

    private void assertRejected(Refusal code, String detail) {
        DeliveryRejected rejected = scenario.last(DeliveryRejected.class);
        assertThat(rejected.requestId()).isEqualTo("request-d1");
        assertThat(rejected.code()).isEqualTo(code);
        assertThat(rejected.detail()).isEqualTo(detail);
        assertThat(scenario.status()).isEqualTo(DeliveryStatus.REJECTED);
    }

    private static ScheduleDelivery order(@Nullable String timeFault) {
        ScheduleDelivery order = Given.request();
        return new ScheduleDelivery(
                order.requestId(),
                order.deliveryId(),
                order.accountId(),
                order.requestedAt(),
                order.order(),
                ORDERED,
                timeFault);
    }

    private static RescheduleDelivery later(String requestId, Duration after) {
        DeliveryChange change = new DeliveryChange(null, null, Given.NOW.plus(after));
        return new RescheduleDelivery(requestId, "d1", "acme", Given.NOW, change, CHANGED, null);
    }

    private static CancelDelivery cancel(String requestId) {
        return new CancelDelivery(requestId, "d1", "acme", Given.NOW, null, CANCELLED);
    }
}
