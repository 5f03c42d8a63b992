package io.dronedelivery.supervisor.domain.watch;

import static io.dronedelivery.supervisor.domain.watch.Lookout.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Alert.Cleared;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Standing.Answered;
import io.dronedelivery.supervisor.domain.watch.Standing.Awaited;
import io.dronedelivery.supervisor.domain.watch.Standing.Missed;
import io.dronedelivery.supervisor.domain.watch.Standing.Unordered;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnansweredRequestTest {
    private static final Duration ALMOST = LIMITS.answerWithin().minusMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Lookout lookout = new Lookout();
    private final Tidings d = new Tidings("d", lookout.now());

    @Test
    void aRequestThatIsAnsweredInTimeIsForgottenButForItsAnswer() {
        lookout.hear(d.schedule());
        lookout.run(ALMOST);
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()), d.completed(3, 1));

        lookout.run(HOUR);

        assertThat(lookout.published).isEmpty();
        assertThat(lookout.course("d").alerts()).isEmpty();
        assertThat(lookout.course("d").nextLook()).isEmpty();
        assertThat(promise(d.scheduleId()).request()).isNull();
        assertThat(answer(d.scheduleId())).isEqualTo("DeliveryCreated d/2");
    }

    @Test
    void aChangeWithoutAnswerIsPublishedAgainOnceThenPeopleAreTold() {
        lookout.hear(d.schedule());
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));
        lookout.hear(d.reschedule("change"));

        lookout.run(ALMOST);
        assertThat(lookout.published).isEmpty();
        lookout.run(Duration.ofMinutes(2));
        assertThat(lookout.published).containsExactly(d.reschedule("change"));
        assertThat(lookout.course("d").alerts()).isEmpty();
        lookout.run(LIMITS.answerWithin());

        assertThat(lookout.published).containsExactly(d.reschedule("change"));
        assertThat(promise("change").standing()).isInstanceOf(Missed.class);
    }

    @Test
    void ofAnOrderWithoutAnswerPeopleAreTold() {
        lookout.hear(d.schedule());
        lookout.shows(d.view(DeliveryStatus.PENDING, 1, 0, null));

        lookout.run(ALMOST);
        assertThat(lookout.course("d").alerts()).isEmpty();
        lookout.run(Duration.ofMinutes(2));

        assertThat(lookout.published).isEmpty();
        assertThat(lookout.course("d").alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.UNANSWERED_REQUEST);
            assertThat(alert.known().request()).isEqualTo(d.schedule());
            assertThat(alert.known().delivery())
                    .isInstanceOfSatisfying(
                            Sight.Known.class, seen -> assertThat(seen.status()).isEqualTo(DeliveryStatus.PENDING));
        });
        assertThat(promise(d.scheduleId()).standing()).isInstanceOf(Missed.class);
    }

    @Test
    void theAlertIsClearedByTheAnswer() {
        lookout.hear(d.schedule());
        lookout.run(HOUR);

        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));

        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(lookout.now(), "DeliveryCreated d/2"));
    }

    @Test
    void whereDeliveryDoesNotAnswerTheAlertSaysSo() {
        lookout.silent(() -> true);
        lookout.hear(d.schedule());

        lookout.run(HOUR);

        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(alert -> alert.known().delivery())
                .isEqualTo(new Sight.Silent("no answer"));
    }

    @Test
    void aRequestIsDueAtItsDeadlineWhereThatIsEarlier() {
        var order = d.schedule().order();
        var hurried = new DeliveryRequest.ScheduleDelivery(
                "hurried",
                "h",
                Tidings.OWNER,
                lookout.now(),
                order.with(changeTo(lookout.now().plusSeconds(60))));
        lookout.hear(hurried);

        assertThat(lookout.course("h").nextLook()).contains(lookout.now().plusSeconds(60));
    }

    @Test
    void anAnswerThatIsReadBeforeItsRequestAnswersIt() {
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()), d.rescheduled(3, 2, "change"));
        lookout.hear(d.schedule(), d.reschedule("change"));

        assertThat(answer(d.scheduleId())).isEqualTo("DeliveryCreated d/2");
        assertThat(answer("change")).isEqualTo("DeliveryRescheduled d/3");
        assertThat(lookout.course("d").unanswered()).isEmpty();
    }

    @Test
    void aScheduleThatAChangeHasOvertakenIsAnsweredByWhatTheyBecame() {
        lookout.hear(d.schedule(), d.reschedule("change"));

        lookout.hear(d.requested(), d.created(2, 2, "change"));

        assertThat(answer(d.scheduleId())).isEqualTo("DeliveryCreated d/2");
        assertThat(answer("change")).isEqualTo("DeliveryCreated d/2");
    }

    @Test
    void aSecondOrderUnderTheSameKeyIsNotAnsweredByTheFirst() {
        lookout.hear(d.schedule(), d.reordered("second"));
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));

        assertThat(promise("second").standing()).isInstanceOf(Awaited.class);

        lookout.hear(d.refused(3, DeliveryStatus.SCHEDULED, "second"));
        assertThat(answer("second")).isEqualTo("DeliveryChangeRefused d/3");
    }

    @Test
    void theEndOfADeliveryAnswersWhatBeganIt() {
        lookout.hear(d.schedule());

        lookout.hear(d.requested(), d.cancelled(2, "cancel"));

        assertThat(answer(d.scheduleId())).isEqualTo("DeliveryCancelled d/2");
    }

    @Test
    void aChangeThatWasGivenUpIsRefusedByNameThoughItsDeliveryHasEnded() {
        lookout.hear(d.schedule(), d.reschedule("change"));
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()), d.completed(3, 1));
        lookout.shows(d.view(DeliveryStatus.COMPLETED, 3, 1, null));

        lookout.run(HOUR);

        assertThat(lookout.published).containsExactly(d.reschedule("change"));
        lookout.hear(d.refused(4, DeliveryStatus.COMPLETED, "change"));
        assertThat(answer("change")).isEqualTo("DeliveryChangeRefused d/4");
    }

    @Test
    void theEndMayBeSeenAtDeliveryBeforeItsEventIsHeard() {
        lookout.hear(d.schedule());
        lookout.shows(d.view(DeliveryStatus.REJECTED, 2, 1, null));

        lookout.run(HOUR);

        assertThat(lookout.published).isEmpty();
        assertThat(answer(d.scheduleId())).isEqualTo("seen at delivery");
    }

    @Test
    void aChangeOfWhatNobodyOrderedIsNoAlert() {
        lookout.hear(d.cancel("cancel", "somebody"));

        lookout.run(HOUR);

        assertThat(promise("cancel").standing()).isInstanceOf(Unordered.class);
        assertThat(lookout.published).isEmpty();
        assertThat(lookout.course("d").alerts()).isEmpty();
    }

    @Test
    void whetherAnybodyOrderedItIsNotDecidedWhileDeliveryIsSilent() {
        lookout.silent(() -> true);
        lookout.hear(d.cancel("cancel", "somebody"));
        lookout.run(HOUR);
        assertThat(promise("cancel").standing()).isInstanceOf(Awaited.class);
        assertThat(lookout.published).isEmpty();

        lookout.silent(() -> false);
        lookout.run(Duration.ofMinutes(3));

        assertThat(promise("cancel").standing()).isInstanceOf(Unordered.class);
    }

    @Test
    void aChangeThatWasGivenUpIsCarriedOutAfterAll() {
        lookout.hear(d.reschedule("change"));
        lookout.hear(d.schedule());
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));

        lookout.run(LIMITS.answerWithin().plusMinutes(1));

        assertThat(lookout.published).containsExactly(d.reschedule("change"));
    }

    @Test
    void aChangeIsAwaitedThatIsHeardLongBeforeItsOrder() {
        lookout.hear(d.reschedule("change"));
        lookout.run(HOUR);

        lookout.hear(d.schedule());
        lookout.run(LIMITS.answerWithin().plusMinutes(1));

        assertThat(lookout.published).containsExactly(d.reschedule("change"));
    }

    @Test
    void whatIsOrderedAfterAllIsNoneOfAStrangersBusiness() {
        lookout.hear(d.cancel("cancel", "stranger"));
        lookout.run(HOUR);

        lookout.hear(d.schedule());
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));
        lookout.run(LIMITS.answerWithin().plusMinutes(1));

        assertThat(answer("cancel")).isEqualTo("no such delivery of this account");
        assertThat(lookout.published).isEmpty();
    }

    @Test
    void aStrangersChangeEndsWithoutAWordToAnybody() {
        lookout.hear(d.schedule(), d.cancel("cancel", "stranger"));
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));

        lookout.run(LIMITS.answerWithin().plusMinutes(1));

        assertThat(answer("cancel")).isEqualTo("no such delivery of this account");
        assertThat(lookout.published).isEmpty();
    }

    private static DeliveryChange changeTo(Instant deadline) {
        return new DeliveryChange(null, null, deadline);
    }

    private Promise promise(String requestId) {
        return lookout.course("d").promise(requestId).orElseThrow();
    }

    private String answer(String requestId) {
        assertThat(promise(requestId).standing()).isInstanceOf(Answered.class);
        return ((Answered) promise(requestId).standing()).by();
    }
}
