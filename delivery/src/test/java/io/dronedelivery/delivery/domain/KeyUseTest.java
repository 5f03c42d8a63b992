package io.dronedelivery.delivery.domain;

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
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which request an idempotency key was first used for, and what becomes of the others. */
class KeyUseTest {
    private static final String ORDERED = "order-key";
    private static final String CHANGED = "change-key";
    private static final String CANCELLED = "cancel-key";
    private static final String TIME_FAULT = "/readyAt must be from now";

    private final Story story = new Story();

    @Test
    void theFirstRequestOfEachKeyIsKnownWhateverBecomesOfTheDelivery() {
        story.see(order(null)).see(later("later-1", 5)).see(cancel("cancel-1"));
        assertThat(story.status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertFirst(ORDERED, "request-d1");
        assertFirst(CHANGED, "later-1");
        assertFirst(CANCELLED, "cancel-1");
        assertFirst("another-key", null);
    }

    @Test
    void aChangeIsKnownBeforeItIsOpenedAndIsOpenedAllTheSame() {
        story.scheduled().see(later("later-1", 5));
        assertFirst(CHANGED, "later-1");
        assertThat(story.open(later("later-1", 5))).isInstanceOf(Proceed.class);
        assertThat(story.open(later("later-1", 5))).isEqualTo(story.open(later("later-1", 5)));
        assertThat(story.refusals()).isEmpty();
    }

    @Test
    void aChangeThatTheSchedulerOpensFirstIsKnown() {
        story.scheduled();
        story.open(later("later-1", 5));
        assertFirst(CHANGED, "later-1");
    }

    @Test
    void aRefusedRequestIsKnown() {
        story.scheduled().see(cancel("cancel-1"));
        story.see(later("later-1", 5));
        assertThat(story.open(later("later-1", 5))).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_ENDED);
        assertFirst(CHANGED, "later-1");
    }

    @Test
    void anotherChangeUnderTheSameKeyIsRefusedOnceWhoeverReadsItFirst() {
        story.scheduled().see(later("later-1", 5)).see(later("later-2", 6));
        assertThat(story.open(later("later-1", 5))).isInstanceOf(Proceed.class);
        assertThat(story.open(later("later-2", 6))).isInstanceOf(Halt.class);
        assertThat(story.open(later("later-2", 6))).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.KEY_REUSED);
        assertThat(story.last(DeliveryChangeRefused.class).requestId()).isEqualTo("later-2");
        assertFirst(CHANGED, "later-1");
    }

    @Test
    void anotherCancelUnderTheSameKeyIsRefusedForThat() {
        story.scheduled().see(cancel("cancel-1")).see(cancel("cancel-2")).see(cancel("cancel-2"));
        assertThat(story.refusals()).containsExactly(Refusal.KEY_REUSED);
        assertFirst(CANCELLED, "cancel-1");
    }

    @Test
    void aStrangersChangeIsNotRemembered() {
        story.scheduled()
                .see(new RescheduleDelivery(
                        "later-1",
                        "d1",
                        "stranger",
                        Given.NOW,
                        later("later-1", 5).change(),
                        CHANGED,
                        null));
        assertFirst(CHANGED, null);
    }

    @Test
    void aLateOrderThatIsNewIsRejectedForItsTimes() {
        story.see(order(TIME_FAULT));
        assertThat(story.open(order(TIME_FAULT))).isEqualTo(new Halt(TIME_FAULT));
        assertRejected(Refusal.INVALID, TIME_FAULT);
    }

    @Test
    void aLateOrderWhoseDeadlineHasPassedIsRejectedForThat() {
        story.at(order(null).order().deadline());
        story.open(order(TIME_FAULT));
        assertRejected(Refusal.DEADLINE_PASSED, Reasons.DEADLINE_PASSED.detail());
    }

    @Test
    void aLateRepeatOfAnOrderChangesNothing() {
        story.see(order(null));
        assertThat(story.open(order(null))).isInstanceOf(Proceed.class);
        story.see(order(TIME_FAULT));
        assertThat(story.open(order(TIME_FAULT))).isEqualTo(story.open(order(null)));
        assertThat(story.statuses()).containsExactly(DeliveryStatus.PENDING);
    }

    @Test
    void aLateOrderThatTheSchedulerGivesUpIsRejected() {
        story.see(order(TIME_FAULT));
        story.close(0, new Closure("request-d1", Refusal.UNAVAILABLE, "not reached"));
        assertRejected(Refusal.UNAVAILABLE, "not reached");
    }

    @Test
    void aLateChangeThatIsNewIsRefusedForItsTimes() {
        story.scheduled();
        RescheduleDelivery late = new RescheduleDelivery(
                "later-1", "d1", "acme", Given.NOW, later("later-1", 5).change(), CHANGED, TIME_FAULT);
        assertThat(story.open(late)).isEqualTo(new Halt(TIME_FAULT));
        assertThat(story.last(DeliveryChangeRefused.class).detail()).isEqualTo(TIME_FAULT);
        assertThat(story.status()).isEqualTo(DeliveryStatus.SCHEDULED);
    }

    @Test
    void aDeliveryThatWasStoredBeforeKeysWereRememberedIsRead() {
        String stored = Json.text(Given.pending());
        assertThat(stored).contains(",\"keyUses\":{}");
        Delivery read = Json.read(stored.replace(",\"keyUses\":{}", ""), Delivery.class);
        assertThat(read).isEqualTo(Given.pending());
    }

    private void assertFirst(String keyId, @Nullable String requestId) {
        assertThat(Portrait.keyUse(story.delivery(), keyId, Given.NOW).requestId())
                .isEqualTo(requestId);
    }

    private void assertRejected(Refusal code, String detail) {
        DeliveryRejected rejected = story.last(DeliveryRejected.class);
        assertThat(rejected.requestId()).isEqualTo("request-d1");
        assertThat(rejected.code()).isEqualTo(code);
        assertThat(rejected.detail()).isEqualTo(detail);
        assertThat(story.status()).isEqualTo(DeliveryStatus.REJECTED);
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

    private static RescheduleDelivery later(String requestId, int hours) {
        DeliveryChange change = new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(hours)));
        return new RescheduleDelivery(requestId, "d1", "acme", Given.NOW, change, CHANGED, null);
    }

    private static CancelDelivery cancel(String requestId) {
        return new CancelDelivery(requestId, "d1", "acme", Given.NOW, null, CANCELLED);
    }
}
