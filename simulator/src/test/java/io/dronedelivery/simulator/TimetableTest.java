package io.dronedelivery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final int DRONES = 60;
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final int TICKS_PER_INTERVAL = 25;

    private long nanos = -123_456_789; // System.nanoTime() may be negative
    private final Timetable timetable = new Timetable(INTERVAL, () -> nanos);

    @Test
    void theSlotsOfAFleetAreSpreadEvenly() {
        List<TimeSlots> fleet = IntStream.range(0, DRONES)
                .mapToObj(number -> timetable.slots(number, DRONES))
                .toList();

        int begun = 0;
        for (int tick = 0; tick < TICKS_PER_INTERVAL; tick++) {
            nanos += TICK.toNanos();
            long atOnce = fleet.stream().filter(TimeSlots::hasBegun).count();
            assertThat(atOnce).isBetween(1L, 4L);
            begun += (int) atOnce;
        }
        assertThat(begun).isEqualTo(DRONES);
    }

    @Test
    void aSlotThatIsNotUsedWhenItBeginsIsOver() {
        TimeSlots slots = timetable.slots(0, DRONES);

        nanos += INTERVAL.toNanos();

        assertThat(slots.hasBegun()).isTrue();
        assertThat(slots.hasBegun()).isFalse();
    }

    @Test
    void skippedSlotsAreOver() {
        TimeSlots slots = timetable.slots(0, DRONES);

        slots.skip(INTERVAL.multipliedBy(2));

        nanos += INTERVAL.toNanos();
        assertThat(slots.hasBegun()).isFalse();
        nanos += INTERVAL.toNanos();
        assertThat(slots.hasBegun()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "20, 500", "40, 500", "100, 200", "1000, 100"})
    void aFastClockNeedsShortIntervals(double scale, int millis) {
        assertThat(Timetable.ofScale(scale).interval()).isEqualTo(Duration.ofMillis(millis));
    }
}
