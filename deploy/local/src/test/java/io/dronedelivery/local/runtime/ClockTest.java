package io.dronedelivery.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aScaledClockGoesFasterFromItsAnchorOn() {
        ClockAnchor clock = new ClockAnchor(NOON, NOON, 20);

        assertThat(clock.at(NOON.plusSeconds(3))).isEqualTo(NOON.plusSeconds(60));
        assertThat(clock.properties())
                .containsExactly(
                        "-Dclock.scale=20.0",
                        "-Dclock.anchor.real=" + NOON.toEpochMilli(),
                        "-Dclock.anchor.scaled=" + NOON.toEpochMilli());
    }

    @Test
    void itStandsStillWhileNothingRunsAndNeverGoesBack() {
        ClockAnchor fast = new ClockAnchor(NOON, NOON, 20);

        ClockAnchor slow = fast.continued(NOON.plusSeconds(200), NOON.plusSeconds(60), 1);

        assertThat(slow.at(NOON.plusSeconds(200))).isEqualTo(NOON.plusSeconds(1200));
        assertThat(slow.at(NOON.plusSeconds(201))).isEqualTo(NOON.plusSeconds(1201));
    }

    @Test
    void itIsNeverBehindTheRealOne() {
        ClockAnchor clock = new ClockAnchor(NOON, NOON, 1);

        ClockAnchor later = clock.continued(NOON.plusSeconds(500), NOON.plusSeconds(60), 20);

        assertThat(later.at(NOON.plusSeconds(500))).isEqualTo(NOON.plusSeconds(500));
    }

    @Test
    void timeGoesOnFromRunToRunAlsoAfterAKill(@TempDir Path folder) {
        Path file = folder.resolve("clock.json");
        ClockAnchor first = new ClockFile(file).start(1000);

        ClockAnchor afterKill = new ClockFile(file).start(1);

        assertThat(afterKill.scaled()).isAfterOrEqualTo(first.at(afterKill.real()));
        new ClockFile(file).stop();
        assertThat(new ClockFile(file).start(5).scaled()).isAfterOrEqualTo(afterKill.scaled());
        assertThat(new ClockFile(file).current().scale()).isEqualTo(5);
    }
}
