package io.dronedelivery.supervisor.watch.domain;

import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.attempt;
import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.supervisor.compensation.domain.Compensation.JournalEntry;
import io.dronedelivery.supervisor.watch.domain.Alert.Cleared;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Open;
import org.junit.jupiter.api.Test;

class LostParcelTest {
    private final WatchFixture watch = new WatchFixture();
    private final DeliveryMessages d = new DeliveryMessages("d", watch.now());

    @Test
    void aParcelThatWasPickedUpHasToBeFetchedFromWhereItWasSeenLast() {
        watch.read(d.pickedUp(version(3), attempt(1)), d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE));

        assertThat(watch.delivery("d").alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.RECOVER_PARCEL);
            assertThat(alert.state()).isEqualTo(new Open());
            assertThat(alert.known().position()).isEqualTo(DeliveryMessages.PLACE);
            assertThat(alert.what()).contains("the link to the drone was lost");
        });
    }

    @Test
    void aParcelThatWasNeverPickedUpNeedsNobody() {
        watch.read(d.interrupted(version(3), attempt(1), DeliveryMessages.PLACE), d.pickedUp(version(6), attempt(2)));

        assertThat(watch.delivery("d").alerts()).isEmpty();
    }

    @Test
    void theAlertStaysIfTheDeliveryFails() {
        watch.read(
                d.pickedUp(version(3), attempt(1)),
                d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE),
                d.failed(version(5), attempt(1)));

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Open());
    }

    @Test
    void theAlertIsClearedByWhatAPersonHasDecidedAtTheCompensation() {
        watch.read(d.pickedUp(version(3), attempt(1)), d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE));
        watch.decide("d", attempt(1), "ada", Remedy.GIVE_UP);
        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Open());

        watch.read(d.failed(version(5), attempt(1)));

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(watch.now(), "GIVE_UP, decided by ada"));
    }

    @Test
    void theAlertStaysIfNobodyHasDecidedInTime() {
        watch.decide("d", attempt(1), JournalEntry.NOBODY, Remedy.GIVE_UP);

        watch.read(
                d.pickedUp(version(3), attempt(1)),
                d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE),
                d.failed(version(5), attempt(1)));

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Open());
    }

    @Test
    void noAlertIsRaisedIfTheDecisionIsReadBeforeTheFailure() {
        watch.decide("d", attempt(1), "ada", Remedy.PARCEL_RECOVERED);

        watch.read(
                d.failed(version(5), attempt(1)),
                d.pickedUp(version(3), attempt(1)),
                d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE));

        assertThat(watch.delivery("d").alerts()).isEmpty();
    }

    @Test
    void theAlertIsClearedIfTheDeliveryCompletesAfterAll() {
        watch.read(
                d.pickedUp(version(3), attempt(1)),
                d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE),
                d.completed(version(5), attempt(1)));

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(watch.now(), "DeliveryCompleted d/5"));
    }

    @Test
    void theAlertIsClearedIfTheParcelWasBroughtBackAndScheduledAnew() {
        watch.read(
                d.pickedUp(version(3), attempt(1)),
                d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE),
                d.rescheduled(version(5), attempt(2), "d/4-restore"));

        assertThat(watch.delivery("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(watch.now(), "attempt 2 was scheduled"));
    }
}
