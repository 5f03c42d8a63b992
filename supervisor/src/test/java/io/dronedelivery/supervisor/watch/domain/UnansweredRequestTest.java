package io.dronedelivery.supervisor.watch.domain;

import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.attempt;
import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.version;
import static io.dronedelivery.supervisor.watch.domain.WatchFixture.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.Alert.Cleared;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.WatchedRequest.Answered;
import io.dronedelivery.supervisor.watch.domain.WatchedRequest.Awaited;
import io.dronedelivery.supervisor.watch.domain.WatchedRequest.Missed;
import io.dronedelivery.supervisor.watch.domain.WatchedRequest.Unordered;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnansweredRequestTest {
    private static final Duration ALMOST = LIMITS.answerWithin().minusMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final WatchFixture watch = new WatchFixture();
    private final DeliveryMessages d = new DeliveryMessages("d", watch.now());

    @Test
    void ofARequestThatIsAnsweredInTimeOnlyTheAnswerIsKept() {
        watch.read(d.schedule());
        watch.run(ALMOST);
        watch.read(
                d.requested(), d.created(version(2), attempt(1), d.scheduleId()), d.completed(version(3), attempt(1)));

        watch.run(HOUR);

        assertThat(watch.published).isEmpty();
        assertThat(watch.delivery("d").alerts()).isEmpty();
        assertThat(watch.delivery("d").nextCheck()).isEmpty();
        assertThat(request(d.scheduleId()).request()).isNull();
        assertThat(answer(d.scheduleId())).isEqualTo("DeliveryCreated d/2");
    }

    @Test
    void aChangeWithoutAnswerIsPublishedAgainOnceThenAnAlertIsRaised() {
        watch.read(d.schedule());
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));
        watch.read(d.reschedule("change"));

        watch.run(ALMOST);
        assertThat(watch.published).isEmpty();
        watch.run(Duration.ofMinutes(2));
        assertThat(watch.published).containsExactly(d.reschedule("change"));
        assertThat(watch.delivery("d").alerts()).isEmpty();
        watch.run(LIMITS.answerWithin());

        assertThat(watch.published).containsExactly(d.reschedule("change"));
        assertThat(request("change").state()).isInstanceOf(Missed.class);
    }

    @Test
    void anOrderWithoutAnswerRaisesAnAlert() {
        watch.read(d.schedule());
        watch.shows(d.view(DeliveryStatus.PENDING, version(1), attempt(0), null));

        watch.run(ALMOST);
        assertThat(watch.delivery("d").alerts()).isEmpty();
        watch.run(Duration.ofMinutes(2));

        assertThat(watch.published).isEmpty();
        assertThat(watch.delivery("d").alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.UNANSWERED_REQUEST);
            assertThat(alert.known().request()).isEqualTo(d.schedule());
            assertThat(alert.known().delivery())
                    .isInstanceOfSatisfying(DeliverySnapshot.Known.class, seen -> assertThat(seen.status())
                            .isEqualTo(DeliveryStatus.PENDING));
        });
        assertThat(request(d.scheduleId()).state()).isInstanceOf(Missed.class);
    }

    @Test
    void theAlertIsClearedByTheAnswer() {
        watch.read(d.schedule());
        watch.run(HOUR);

        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(watch.now(), "DeliveryCreated d/2"));
    }

    @Test
    void theAlertSaysIfDeliveryDoesNotAnswer() {
        watch.silent(() -> true);
        watch.read(d.schedule());

        watch.run(HOUR);

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(alert -> alert.known().delivery())
                .isEqualTo(new DeliverySnapshot.Silent("no answer"));
    }

    @Test
    void aRequestIsDueAtItsDeadlineWhereThatIsEarlier() {
        var order = d.schedule().order();
        var hurried = new DeliveryRequest.ScheduleDelivery(
                "hurried",
                "h",
                DeliveryMessages.OWNER,
                watch.now(),
                order.with(changeTo(watch.now().plusSeconds(60))));
        watch.read(hurried);

        assertThat(watch.delivery("h").nextCheck()).contains(watch.now().plusSeconds(60));
    }

    @Test
    void aChangeIsPublishedAgainAtItsDeadlineWhereThatIsEarlier() {
        var hurried = new DeliveryRequest.RescheduleDelivery(
                "hurried",
                "d",
                DeliveryMessages.OWNER,
                watch.now(),
                changeTo(watch.now().plusSeconds(60)));
        watch.read(d.schedule(), hurried);
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));

        watch.run(Duration.ofSeconds(50));
        assertThat(watch.published).isEmpty();
        watch.run(Duration.ofSeconds(10));

        assertThat(watch.published).containsExactly(hurried);
    }

    @Test
    void anAnswerThatIsReadBeforeItsRequestAnswersIt() {
        watch.read(
                d.requested(),
                d.created(version(2), attempt(1), d.scheduleId()),
                d.rescheduled(version(3), attempt(2), "change"));
        watch.read(d.schedule(), d.reschedule("change"));

        assertThat(answer(d.scheduleId())).isEqualTo("DeliveryCreated d/2");
        assertThat(answer("change")).isEqualTo("DeliveryRescheduled d/3");
        assertThat(watch.delivery("d").unanswered()).isEmpty();
    }

    @Test
    void anOrderThatAChangeHasOvertakenIsAnsweredByItsFirstSchedule() {
        watch.read(d.schedule(), d.reschedule("change"));

        watch.read(d.requested(), d.created(version(2), attempt(2), "change"));

        assertThat(answer(d.scheduleId())).isEqualTo("DeliveryCreated d/2");
        assertThat(answer("change")).isEqualTo("DeliveryCreated d/2");
    }

    @Test
    void aSecondOrderUnderTheSameKeyIsNotAnsweredByTheFirst() {
        watch.read(d.schedule(), d.reordered("second"));
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));

        assertThat(request("second").state()).isInstanceOf(Awaited.class);

        watch.read(d.refused(version(3), DeliveryStatus.SCHEDULED, "second"));
        assertThat(answer("second")).isEqualTo("DeliveryChangeRefused d/3");
    }

    @Test
    void theEndOfADeliveryAnswersTheOrderThatBeganIt() {
        watch.read(d.schedule());

        watch.read(d.requested(), d.cancelled(version(2), "cancel"));

        assertThat(answer(d.scheduleId())).isEqualTo("DeliveryCancelled d/2");
    }

    @Test
    void aChangeThatWasGivenUpIsRefusedByNameThoughItsDeliveryHasEnded() {
        watch.read(d.schedule(), d.reschedule("change"));
        watch.read(
                d.requested(), d.created(version(2), attempt(1), d.scheduleId()), d.completed(version(3), attempt(1)));
        watch.shows(d.view(DeliveryStatus.COMPLETED, version(3), attempt(1), null));

        watch.run(HOUR);

        assertThat(watch.published).containsExactly(d.reschedule("change"));
        watch.read(d.refused(version(4), DeliveryStatus.COMPLETED, "change"));
        assertThat(answer("change")).isEqualTo("DeliveryChangeRefused d/4");
    }

    @Test
    void theEndMayBeSeenAtDeliveryBeforeItsEventIsHeard() {
        watch.read(d.schedule());
        watch.shows(d.view(DeliveryStatus.REJECTED, version(2), attempt(1), null));

        watch.run(HOUR);

        assertThat(watch.published).isEmpty();
        assertThat(answer(d.scheduleId())).isEqualTo("seen at delivery");
    }

    @Test
    void aChangeOfADeliveryThatNobodyOrderedRaisesNoAlert() {
        watch.read(d.cancel("cancel", "somebody"));

        watch.run(HOUR);

        assertThat(request("cancel").state()).isInstanceOf(Unordered.class);
        assertThat(watch.published).isEmpty();
        assertThat(watch.delivery("d").alerts()).isEmpty();
    }

    @Test
    void whetherAnybodyOrderedTheDeliveryIsNotDecidedWhileDeliveryDoesNotAnswer() {
        watch.silent(() -> true);
        watch.read(d.cancel("cancel", "somebody"));
        watch.run(HOUR);
        assertThat(request("cancel").state()).isInstanceOf(Awaited.class);
        assertThat(watch.published).isEmpty();

        watch.silent(() -> false);
        watch.run(Duration.ofMinutes(3));

        assertThat(request("cancel").state()).isInstanceOf(Unordered.class);
    }

    @Test
    void aChangeThatWasGivenUpIsCarriedOutAfterAll() {
        watch.read(d.reschedule("change"));
        watch.read(d.schedule());
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));

        watch.run(LIMITS.answerWithin().plusMinutes(1));

        assertThat(watch.published).containsExactly(d.reschedule("change"));
    }

    @Test
    void aChangeIsAwaitedThatIsHeardLongBeforeItsOrder() {
        watch.read(d.reschedule("change"));
        watch.run(HOUR);

        watch.read(d.schedule());
        watch.run(LIMITS.answerWithin().plusMinutes(1));

        assertThat(watch.published).containsExactly(d.reschedule("change"));
    }

    @Test
    void aChangeByAnotherAccountIsNotPublishedAgainOnceTheDeliveryIsOrdered() {
        watch.read(d.cancel("cancel", "stranger"));
        watch.run(HOUR);

        watch.read(d.schedule());
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));
        watch.run(LIMITS.answerWithin().plusMinutes(1));

        assertThat(answer("cancel")).isEqualTo("no such delivery of this account");
        assertThat(watch.published).isEmpty();
    }

    @Test
    void aChangeByAnotherAccountGetsNoAnswerAndNoAlert() {
        watch.read(d.schedule(), d.cancel("cancel", "stranger"));
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));

        watch.run(LIMITS.answerWithin().plusMinutes(1));

        assertThat(answer("cancel")).isEqualTo("no such delivery of this account");
        assertThat(watch.published).isEmpty();
    }

    private static DeliveryChange changeTo(Instant deadline) {
        return new DeliveryChange(null, null, deadline);
    }

    private WatchedRequest request(String requestId) {
        return watch.delivery("d").request(requestId).orElseThrow();
    }

    private String answer(String requestId) {
        assertThat(request(requestId).state()).isInstanceOf(Answered.class);
        return ((Answered) request(requestId).state()).by();
    }
}
