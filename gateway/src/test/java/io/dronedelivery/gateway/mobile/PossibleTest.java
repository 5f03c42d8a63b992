package io.dronedelivery.gateway.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PossibleTest {

    /** As the rules of the service delivery have it, and the first answer of ingestion. */
    @ParameterizedTest
    @CsvSource({
        "PENDING,           true,  true,  false, 2",
        "SCHEDULED,         true,  true,  false, 15",
        "HEADED_TO_PICKUP,  true,  true,  false, 5",
        "PICKED_UP,         false, false, true,  5",
        "HEADED_TO_DROPOFF, false, false, true,  5",
        "ARRIVING,          false, false, true,  2",
        "RECOVERING,        true,  false, false, 15"
    })
    void whileItGoesOnTheStatusTellsWhatCanBeDone(
            DeliveryStatus status, boolean cancel, boolean change, boolean confirm, int refreshAfterSeconds) {
        assertThat(possible(status, Confirmation.PIN))
                .isEqualTo(new Possible(false, cancel, change, confirm, refreshAfterSeconds));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED", "REJECTED", "RETURNED", "FAILED"})
    void afterItsEndNothingCanBeDone(DeliveryStatus status) {
        assertThat(possible(status, Confirmation.PIN)).isEqualTo(new Possible(true, false, false, false, 0));
    }

    @Test
    void whatAsksForNoProofIsNotConfirmed() {
        assertThat(possible(DeliveryStatus.ARRIVING, Confirmation.NONE).confirm())
                .isFalse();
        assertThat(possible(DeliveryStatus.ARRIVING, Confirmation.SIGNATURE).confirm())
                .isTrue();
    }

    private static Possible possible(DeliveryStatus status, Confirmation confirmation) {
        return Possible.of(Json.read(Json.bytes(DeliveryOfAnn.view(status, confirmation)), OwnedDelivery.class));
    }
}
