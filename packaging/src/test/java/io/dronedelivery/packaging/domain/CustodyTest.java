package io.dronedelivery.packaging.domain;

import static io.dronedelivery.packaging.domain.Samples.NOW;
import static io.dronedelivery.packaging.domain.Samples.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.packaging.Packages.State;
import org.junit.jupiter.api.Test;

class CustodyTest {
    private final Custody registered = Custody.none("package").register(1, registration("tag"), NOW);

    @Test
    void whatIsInHandStaysInHandWhileALaterAttemptIsArranged() {
        Custody rearranged = registered.pickUp(1, NOW).register(2, registration("tag"), NOW);
        assertThat(state(rearranged)).isEqualTo(State.IN_HAND);
        assertThat(state(rearranged.undo(2, NOW).deliver(1, NOW))).isEqualTo(State.DELIVERED);
    }

    @Test
    void aRescheduleThatIsLaterThanThePickupLeavesThePackageWithItsDrone() {
        Custody pickedUp = registered.register(2, registration("tag"), NOW).pickUp(1, NOW);
        assertThat(state(pickedUp)).isEqualTo(State.IN_HAND);
        assertThat(state(pickedUp.deliver(1, NOW).undo(2, NOW))).isEqualTo(State.DELIVERED);
    }

    @Test
    void aRescheduleReleasesThePackageFromTheEarlierAttempt() {
        Custody rescheduled =
                registered.pickUp(1, NOW).register(2, registration("tag"), NOW).releaseBelow(2, NOW);
        assertThat(state(rescheduled)).isEqualTo(State.REGISTERED);
        assertThatThrownBy(() -> rescheduled.deliver(1, NOW)).hasMessageContaining("delivered under");
    }

    @Test
    void aPackageCanBeReturnedAfterItsAttemptWasUndone() {
        Custody recovered = registered.pickUp(1, NOW).undo(1, NOW);
        assertThat(state(recovered.giveBack(1, NOW))).isEqualTo(State.RETURNED);
        assertThat(state(recovered.end(NOW))).isEqualTo(State.RELEASED);
    }

    @Test
    void aPickupThatArrivesAfterTheUndoOfItsAttemptChangesNothing() {
        Custody undone = registered.undo(1, NOW);
        assertThat(undone.pickUp(1, NOW)).isEqualTo(undone);
    }

    @Test
    void aPickupThatWasNotSeenIsImpliedByTheDelivery() {
        assertThat(state(registered.deliver(1, NOW))).isEqualTo(State.DELIVERED);
    }

    @Test
    void aPackageWhoseDeliveryHasEndedStaysAsItIs() {
        Custody delivered = registered.pickUp(1, NOW).deliver(1, NOW);
        assertThat(delivered.undo(1, NOW)).isEqualTo(delivered);
        assertThat(delivered.end(NOW)).isEqualTo(delivered);
        assertThat(delivered.giveBack(1, NOW)).isEqualTo(delivered);
        assertThat(delivered.pickUp(1, NOW)).isEqualTo(delivered);
    }

    @Test
    void itsDocumentIsReadAsItWasWritten() {
        Custody everyStage = registered
                .register(2, registration("tag"), NOW)
                .undo(2, NOW)
                .undo(3, NOW)
                .register(4, registration("tag"), NOW)
                .pickUp(4, NOW)
                .refuse(5, Refusal.INVALID, "no")
                .register(6, registration("tag"), NOW);
        assertThat(Json.read(Json.text(everyStage), Custody.class)).isEqualTo(everyStage);
    }

    private static State state(Custody custody) {
        return custody.current().orElseThrow().state();
    }
}
