package io.dronedelivery.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void theseSayThatNoDroneCan() {
        assertThat(Arrays.stream(Refusal.values()).filter(Refusal::noDroneCan))
                .containsExactlyInAnyOrder(
                        Refusal.TOO_HEAVY_FOR_DRONES, Refusal.OUT_OF_DRONE_RANGE, Refusal.NO_DRONE_IN_TIME);
    }
}
