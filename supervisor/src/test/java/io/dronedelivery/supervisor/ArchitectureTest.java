package io.dronedelivery.supervisor;

import io.dronedelivery.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theArrowsPointInward() {
        Architecture.check("io.dronedelivery.supervisor");
    }
}
