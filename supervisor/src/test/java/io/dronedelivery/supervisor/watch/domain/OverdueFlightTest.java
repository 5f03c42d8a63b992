package io.dronedelivery.supervisor.watch.domain;

import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.attempt;
import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.version;
import static io.dronedelivery.supervisor.watch.domain.WatchFixture.LIMITS;
import static io.dronedelivery.supervisor.watch.domain.WatchFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.supervisor.watch.domain.Alert.Cleared;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Open;
import io.dronedelivery.supervisor.watch.domain.DeliveryHistory.EventSummary;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OverdueFlightTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WatchFixture watch = new WatchFixture();
    private final DeliveryMessages d = new DeliveryMessages("d", watch.now());
    private final Instant expected = watch.now().plus(DeliveryMessages.FLIGHT);

    @Test
    void deliveryIsNotAskedAboutAFlightThatEndsInTime() {
        takeOff();
        watch.silent(() -> {
            throw new AssertionError("asked");
        });

        watch.run(DeliveryMessages.FLIGHT.minus(MINUTE));
        watch.read(d.completed(version(3), attempt(1)));
        watch.run(Duration.ofHours(3));

        assertThat(watch.delivery("d").alerts()).isEmpty();
    }

    @Test
    void aLateFlightHasUntilItsForecastThenAnAlertIsRaised() {
        takeOff();
        watch.shows(d.view(
                DeliveryStatus.HEADED_TO_DROPOFF, version(2), attempt(1), expected.plus(MINUTE.multipliedBy(10))));

        watch.run(DeliveryMessages.FLIGHT.plus(MINUTE.multipliedBy(9)));
        assertThat(watch.delivery("d").alerts()).isEmpty();
        // Delivery goes on forecasting: a drone that hangs still is always about to arrive.
        watch.shows(d.view(
                DeliveryStatus.HEADED_TO_DROPOFF, version(2), attempt(1), expected.plus(MINUTE.multipliedBy(60))));
        watch.run(MINUTE.multipliedBy(2));

        assertThat(watch.delivery("d").alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.OVERDUE_FLIGHT);
            assertThat(alert.state()).isEqualTo(new Open());
            assertThat(alert.known().position()).isEqualTo(DeliveryMessages.PLACE);
            assertThat(alert.known().lastEvent())
                    .isEqualTo(EventSummary.of(d.created(version(2), attempt(1), d.scheduleId())));
        });
    }

    @Test
    void afterItsGraceAnOverdueFlightIsInterruptedOnceAndClearedByItsEnd() {
        takeOff();

        watch.run(DeliveryMessages.FLIGHT.plus(MINUTE));
        assertThat(watch.delivery("d").alerts()).hasSize(1);
        watch.run(LIMITS.overdueGrace().minus(MINUTE.multipliedBy(2)));
        assertThat(watch.interruptions).isEmpty();
        watch.run(Duration.ofHours(3));

        assertThat(watch.interruptions).containsExactly("d/1 OVERDUE");
        watch.read(d.interrupted(version(3), attempt(1), null));
        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Open());
        watch.read(d.failed(version(4), attempt(1)));
        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(watch.now(), "DeliveryFailed d/4"));
    }

    @Test
    void theInterruptionIsRepeatedUntilDeliveryAnswers() {
        takeOff();
        watch.run(DeliveryMessages.FLIGHT.plus(MINUTE));
        watch.silent(() -> true);
        watch.run(LIMITS.overdueGrace().plus(MINUTE.multipliedBy(10)));
        assertThat(watch.interruptions).isEmpty();

        watch.silent(() -> false);
        watch.run(MINUTE.multipliedBy(3));

        assertThat(watch.interruptions).containsExactly("d/1 OVERDUE");
    }

    @Test
    void aFlightIsNotOverdueOnlyBecauseDeliveryDoesNotAnswerForAWhile() {
        takeOff();
        watch.silent(() -> true);
        watch.run(DeliveryMessages.FLIGHT.plus(LIMITS.overdueGrace()).minus(MINUTE));
        assertThat(watch.delivery("d").alerts()).isEmpty();

        watch.run(MINUTE.multipliedBy(3));

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(alert -> alert.known().delivery())
                .isEqualTo(new DeliverySnapshot.Silent("no answer"));
    }

    @Test
    void aFlightThatIsScheduledAnewIsExpectedAnew() {
        takeOff();
        watch.run(DeliveryMessages.FLIGHT.plus(MINUTE));
        DeliveryMessages later = new DeliveryMessages("d", watch.now());

        watch.read(later.rescheduled(version(3), attempt(2), "change"));

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(watch.now(), "attempt 2 was scheduled"));
        assertThat(watch.delivery("d").nextCheck()).contains(watch.now().plus(DeliveryMessages.FLIGHT));
    }

    @Test
    void onlyOneOfTwoInstancesChecks() {
        takeOff();
        watch.pass(DeliveryMessages.FLIGHT);

        assertThat(done(watch.runner.runDue()).raised()).hasSize(1);
        assertThat(done(watch.runner.runDue()).raised()).isEmpty();
    }

    private void takeOff() {
        watch.read(d.schedule());
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));
        watch.shows(d.view(DeliveryStatus.SCHEDULED, version(2), attempt(1), null));
    }
}
