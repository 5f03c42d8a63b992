package io.dronedelivery.mavlink.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.mavlink.frame.Message.SystemTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootClockTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final long WRAP = 1L << 32;

    @Test
    void aLateMessageIsNoReboot() {
        BootClock clock = heard(100_000, 111_000, 100_500, 111_200);
        assertThat(clock.bootMillis()).isEqualTo(111_200);
        assertThat(clock.boots()).isZero();
        assertThat(clock.latest()).isEqualTo(NOW.plusMillis(11_200));
    }

    @Test
    void manyLateMessagesAmongNewerOnesAreNoReboot() {
        BootClock clock = heard(100_000, 111_000);
        for (long millis = 0; millis < 30_000; millis += 500) {
            clock = clock.hear(100_500 + millis, NOW).hear(111_500 + millis, NOW);
        }
        assertThat(clock.boots()).isZero();
        assertThat(clock.bootMillis()).isEqualTo(141_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 5_000, 300_000, 580_000})
    void severalValuesThatFollowEachOtherAreAReboot(long first) {
        BootClock clock = heard(600_000, first, first + 400, first + 800);
        assertThat(clock.bootMillis()).isEqualTo(600_000);
        clock = clock.hear(first + 1_200, NOW.plusSeconds(1));
        assertThat(clock.boots()).isEqualTo(1);
        assertThat(clock.latest()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void aValueToldTwiceIsOne() {
        assertThat(heard(600_000, 5_000, 5_000, 6_100, 6_100, 6_100).boots()).isZero();
    }

    @Test
    void lateMessagesOfTheBootBeforeDoNotHideAReboot() {
        assertThat(heard(600_000, 5_000, 598_000, 6_000, 595_000, 7_000).boots())
                .isEqualTo(1);
    }

    @Test
    void afterARebootLateMessagesOfTheBootBeforeAreOld() {
        BootClock clock = heard(2_000_000, 5_000, 6_000, 7_000, 1_999_900);
        assertThat(clock.bootMillis()).isEqualTo(7_000);
        assertThat(clock.tells(1_999_900)).isFalse();
        assertThat(clock.hear(8_000, NOW).bootMillis()).isEqualTo(8_000);
    }

    @Test
    void aRebootWithinTheFirstSecondsIsSoonOvertaken() {
        assertThat(heard(9_000, 500, 4_000, 8_000, 9_500).bootMillis()).isEqualTo(9_500);
    }

    @ParameterizedTest
    @ValueSource(longs = {WRAP - 1, 3_000_000_000L, 1_000_000_000L})
    void oneAbsurdValueIsNoTime(long absurd) {
        BootClock clock = heard(100_000, absurd, 101_000);
        assertThat(clock.boots()).isZero();
        assertThat(clock.latest()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void theClockGoesOnWhereIts32BitsBeginAgain() {
        BootClock clock = heard(WRAP - 1_500, WRAP - 500, 500, 1_500, 500, WRAP - 200);
        assertThat(clock.boots()).isZero();
        assertThat(clock.bootMillis()).isEqualTo(WRAP + 1_500);
        assertThat(clock.latest()).isEqualTo(NOW.plusSeconds(3));
        assertThat(clock.set(new SystemTime(NOW.plusSeconds(60).toEpochMilli() * 1_000, 1_500))
                        .latest())
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void theTimeOfDayMayBeToldAfterAnotherMessageOvertookIt() {
        SystemTime told = new SystemTime(NOW.plusSeconds(60).toEpochMilli() * 1_000, 100_000);
        assertThat(heard(100_000, 100_020).set(told).latest())
                .isEqualTo(NOW.plusSeconds(60).plusMillis(20));
        assertThat(heard(200_000).set(told).latest()).isEqualTo(NOW);
    }

    @Test
    void aRebootAfterAMonthIsOne() {
        assertThat(heard(2_600_000_000L, 5_000, 6_000, 7_000)).satisfies(clock -> {
            assertThat(clock.boots()).isEqualTo(1);
            assertThat(clock.bootMillis()).isEqualTo(7_000);
        });
    }

    @Test
    void afterAGapTheClockIsAsFarAheadAsTheTimeThatPassed() {
        Duration gap = Duration.ofDays(3);
        BootClock clock = heard(100_000).hear(100_000 + gap.toMillis(), NOW.plus(gap));
        assertThat(clock.latest()).isEqualTo(NOW.plus(gap));
        assertThat(clock.boots()).isZero();
    }

    private static BootClock heard(long first, long... others) {
        BootClock clock = BootClock.started(first, NOW);
        for (long told : others) {
            clock = clock.hear(told, NOW);
        }
        return clock;
    }
}
