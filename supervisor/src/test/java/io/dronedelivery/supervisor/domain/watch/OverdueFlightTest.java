package io.dronedelivery.supervisor.domain.watch;

import static io.dronedelivery.supervisor.domain.watch.Lookout.LIMITS;
import static io.dronedelivery.supervisor.domain.watch.Lookout.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.supervisor.domain.watch.Alert.Cleared;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Open;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OverdueFlightTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Lookout lookout = new Lookout();
    private final Tidings d = new Tidings("d", lookout.now());
    private final Instant expected = lookout.now().plus(Tidings.FLIGHT);

    @Test
    void aFlightThatEndsInTimeIsNotAskedFor() {
        takeOff();
        lookout.silent(() -> {
            throw new AssertionError("asked");
        });

        lookout.run(Tidings.FLIGHT.minus(MINUTE));
        lookout.hear(d.completed(3, 1));
        lookout.run(Duration.ofHours(3));

        assertThat(lookout.course("d").alerts()).isEmpty();
    }

    @Test
    void aLateFlightHasAsLongAsItsForecastThenPeopleAreTold() {
        takeOff();
        lookout.shows(d.view(DeliveryStatus.HEADED_TO_DROPOFF, 2, 1, expected.plus(MINUTE.multipliedBy(10))));

        lookout.run(Tidings.FLIGHT.plus(MINUTE.multipliedBy(9)));
        assertThat(lookout.course("d").alerts()).isEmpty();
        // Delivery goes on forecasting: a drone that hangs still is always about to arrive.
        lookout.shows(d.view(DeliveryStatus.HEADED_TO_DROPOFF, 2, 1, expected.plus(MINUTE.multipliedBy(60))));
        lookout.run(MINUTE.multipliedBy(2));

        assertThat(lookout.course("d").alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.OVERDUE_FLIGHT);
            assertThat(alert.state()).isEqualTo(new Open());
            assertThat(alert.known().position()).isEqualTo(Tidings.PLACE);
            assertThat(alert.known().lastEvent()).isEqualTo(Heard.of(d.created(2, 1, d.scheduleId())));
        });
    }

    @Test
    void afterItsGraceAnOverdueFlightIsInterruptedOnceAndClearedByItsEnd() {
        takeOff();

        lookout.run(Tidings.FLIGHT.plus(MINUTE));
        assertThat(lookout.course("d").alerts()).hasSize(1);
        lookout.run(LIMITS.overdueGrace().minus(MINUTE.multipliedBy(2)));
        assertThat(lookout.interruptions).isEmpty();
        lookout.run(Duration.ofHours(3));

        assertThat(lookout.interruptions).containsExactly("d/1 OVERDUE");
        lookout.hear(d.interrupted(3, 1, null));
        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Open());
        lookout.hear(d.failed(4, 1));
        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(lookout.now(), "DeliveryFailed d/4"));
    }

    @Test
    void theInterruptionIsTriedUntilDeliveryHasIt() {
        takeOff();
        lookout.run(Tidings.FLIGHT.plus(MINUTE));
        lookout.silent(() -> true);
        lookout.run(LIMITS.overdueGrace().plus(MINUTE.multipliedBy(10)));
        assertThat(lookout.interruptions).isEmpty();

        lookout.silent(() -> false);
        lookout.run(MINUTE.multipliedBy(3));

        assertThat(lookout.interruptions).containsExactly("d/1 OVERDUE");
    }

    @Test
    void thatDeliveryIsSilentForAWhileIsNoSignOfABadFlight() {
        takeOff();
        lookout.silent(() -> true);
        lookout.run(Tidings.FLIGHT.plus(LIMITS.overdueGrace()).minus(MINUTE));
        assertThat(lookout.course("d").alerts()).isEmpty();

        lookout.run(MINUTE.multipliedBy(3));

        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(alert -> alert.known().delivery())
                .isEqualTo(new Sight.Silent("no answer"));
    }

    @Test
    void aFlightThatIsScheduledAnewIsExpectedAnew() {
        takeOff();
        lookout.run(Tidings.FLIGHT.plus(MINUTE));
        Tidings later = new Tidings("d", lookout.now());

        lookout.hear(later.rescheduled(3, 2, "change"));

        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(lookout.now(), "attempt 2 was scheduled"));
        assertThat(lookout.course("d").nextLook()).contains(lookout.now().plus(Tidings.FLIGHT));
    }

    @Test
    void ofTwoSupervisorsOnlyOneLooks() {
        takeOff();
        lookout.pass(Tidings.FLIGHT);

        assertThat(done(lookout.rounds.runDue())).hasSize(1);
        assertThat(done(lookout.rounds.runDue())).isEmpty();
    }

    private void takeOff() {
        lookout.hear(d.schedule());
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));
        lookout.shows(d.view(DeliveryStatus.SCHEDULED, 2, 1, null));
    }
}
