package io.dronedelivery.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private static final String AFTER_NAME =
            " S 1 4242 4242 0 -1 4194560 5000 900 3 1 250 50 7 3 20 0 33 0 123456 2500000000 40000 18446744073709551615";

    @Test
    void aProcessHasUsedItsOwnTimeAndThatOfItsEndedChildren() {
        assertThat(CpuTime.parseProcess("4242 (java)" + AFTER_NAME)).isEqualTo(Duration.ofMillis(3_100));
    }

    @Test
    void aNameMayHoldSpacesAndParentheses() {
        assertThat(CpuTime.parseProcess("4242 (a) S 9 (b c)" + AFTER_NAME)).isEqualTo(Duration.ofMillis(3_100));
    }

    @Test
    void theMachineIsNotBusyWhileItIsIdleOrWaitsForADisk() {
        String userNiceSystemIdleDiskIrqSoftirqStolenGuests = "cpu  1000 20 300 88888 7777 4 5 6 50 60";

        assertThat(CpuTime.parseMachine(userNiceSystemIdleDiskIrqSoftirqStolenGuests))
                .isEqualTo(Duration.ofMillis(13_350));
    }

    @Test
    void thisProcessHasUsedTimeInEachWay() {
        assertThat(CpuTime.ofThisProcess()).isPositive();
        assertThat(CpuTime.of(ProcessHandle.current())).isPositive();
    }
}
