package io.dronedelivery.supervisor.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.supervisor.domain.watch.Alert.Cleared;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Open;
import org.junit.jupiter.api.Test;

class LostParcelTest {
    private final Lookout lookout = new Lookout();
    private final Tidings d = new Tidings("d", lookout.now());

    @Test
    void aParcelThatWasPickedUpHasToBeFetchedFromWhereItWasSeenLast() {
        lookout.hear(d.pickedUp(3, 1), d.interrupted(4, 1, Tidings.PLACE));

        assertThat(lookout.course("d").alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.RECOVER_PARCEL);
            assertThat(alert.state()).isEqualTo(new Open());
            assertThat(alert.known().position()).isEqualTo(Tidings.PLACE);
            assertThat(alert.what()).contains("the link to the drone was lost");
        });
    }

    @Test
    void aParcelThatWasNeverPickedUpNeedsNobody() {
        lookout.hear(d.interrupted(3, 1, Tidings.PLACE), d.pickedUp(6, 2));

        assertThat(lookout.course("d").alerts()).isEmpty();
    }

    @Test
    void theTaskStaysWhenTheDeliveryFails() {
        lookout.hear(d.pickedUp(3, 1), d.interrupted(4, 1, Tidings.PLACE), d.failed(5, 1));

        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Open());
    }

    @Test
    void theTaskIsDoneWhereTheDeliveryCompletesAfterAll() {
        lookout.hear(d.pickedUp(3, 1), d.interrupted(4, 1, Tidings.PLACE), d.completed(5, 1));

        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(lookout.now(), "DeliveryCompleted d/5"));
    }

    @Test
    void theTaskIsDoneWhereTheParcelWasBroughtBackToBeScheduledAnew() {
        lookout.hear(d.pickedUp(3, 1), d.interrupted(4, 1, Tidings.PLACE), d.rescheduled(5, 2, "d/4-restore"));

        assertThat(lookout.course("d").alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(new Cleared(lookout.now(), "attempt 2 was scheduled"));
    }
}
