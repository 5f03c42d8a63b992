package io.dronedelivery.drone.telemetry.domain;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.drone.report.domain.LastReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over generated flights, everywhere on the globe, and what may be damaged of them. */
class PlausibilityPropertiesTest {
    private static final int SEEDS = 60;

    /** A town, the south, both sides of the date line, next to the poles, and around 0,0. */
    private static final List<Position> PLACES = List.of(
            new Position(47.3769, 8.5417),
            new Position(-33.45, -70.66),
            new Position(-16.5, 179.9999),
            new Position(65.1, -179.9999),
            new Position(89.9999, 12),
            new Position(-89.9999, -100),
            new Position(0.0001, 0.0001),
            new Position(-0.001, 0));

    /** As it comes, and as recordings are replayed. */
    private static final double[] SPEEDS = {1, 20, 60};

    @Test
    void everySampleOfAPlausibleFlightIsAccepted() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Position base = place(random);
            TelemetryUnderTest hearing = new TelemetryUnderTest(base);
            List<DroneTelemetry> flight =
                    GeneratedSamples.anywhere(base, anyClock(random), 1 + random.nextInt(1_000_000_000), random);

            hearing.play(flight, SPEEDS[random.nextInt(SPEEDS.length)]);

            assertThat(hearing.published).as("seed %d", seed).isEqualTo(flight);
            assertThat(hearing.setAside().counts()).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDamagedChangesNothing(Damage damage) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Position base = place(random);
            TelemetryUnderTest hearing = new TelemetryUnderTest(base);
            List<DroneTelemetry> flight = GeneratedSamples.anywhere(base, anyClock(random), 1_000, random);
            List<DroneTelemetry> bad = new ArrayList<>();
            hearing.play(flight.subList(0, 3), 1);
            for (DroneTelemetry sample : flight.subList(3, flight.size())) {
                hearing.now = hearing.now.plusSeconds(1);
                if (random.nextInt(4) == 0) {
                    bad.add(damage.of(sample, random));
                    assertThat(hearing.hear(bad.getLast()).refused()).hasSize(1);
                }
                hearing.hear(sample);
            }

            assertThat(hearing.published).as("seed %d", seed).isEqualTo(flight);
            assertThat(hearing.drone().lastReport())
                    .extracting(LastReport::sequence, LastReport::position, LastReport::flightStatus)
                    .containsExactly(
                            flight.getLast().sequence(),
                            flight.getLast().position(),
                            flight.getLast().flightStatus());
            if (!bad.isEmpty()) {
                assertThat(hearing.setAside().counts()).as("seed %d", seed).containsEntry(damage.reason, (long)
                        bad.size());
            }
        }
    }

    @Test
    void samplesThatComeDoubledShuffledAndInBatchesArePublished() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Position base = place(random);
            TelemetryUnderTest hearing = new TelemetryUnderTest(base);
            List<DroneTelemetry> flight = GeneratedSamples.anywhere(base, NOW, 1, random);
            for (int from = 0; from < flight.size(); ) {
                int to = Math.min(flight.size(), from + 1 + random.nextInt(20));
                List<DroneTelemetry> batch = new ArrayList<>(flight.subList(from, to));
                batch.addAll(flight.subList(from, to));
                Collections.shuffle(batch, random);
                hearing.now = hearing.now.plusSeconds(to - from);
                hearing.hear(batch);
                from = to;
            }

            assertThat(hearing.published).as("seed %d", seed).containsAll(flight);
            assertThat(hearing.drone().lastReport())
                    .extracting(LastReport::sequence)
                    .isEqualTo(flight.getLast().sequence());
            assertThat(hearing.setAside().counts()).isEmpty();
        }
    }

    @Test
    void samplesThatKeepComingAreAcceptedAfterAllWhateverTheGap() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Position base = place(random);
            TelemetryUnderTest hearing = new TelemetryUnderTest(base);
            Position elsewhere =
                    GeneratedSamples.moved(base, random.nextDouble(360), 50_000 + random.nextInt(10_000_000));
            hearing.play(GeneratedSamples.anywhere(base, NOW, 1, random));
            hearing.published.clear();
            List<DroneTelemetry> later = new ArrayList<>(GeneratedSamples.anywhere(
                    elsewhere, NOW.plusSeconds(300 + random.nextInt(86_400)), 10_000, random));

            hearing.now = later.getFirst().time();
            hearing.play(later);

            assertThat(hearing.published).as("seed %d", seed).containsSubsequence(later);
            assertThat(hearing.drone().lastReport())
                    .extracting(LastReport::position)
                    .isEqualTo(later.getLast().position());
        }
    }

    @Test
    void ofTwoSourcesForOneDroneOnlyOneIsAccepted() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Position base = place(random);
            TelemetryUnderTest hearing = new TelemetryUnderTest(base);
            List<DroneTelemetry> one = GeneratedSamples.anywhere(base, NOW, 1, random);
            List<DroneTelemetry> other = GeneratedSamples.anywhere(
                    GeneratedSamples.moved(base, 90, 40_000), NOW, 1 + random.nextInt(1_000), random);
            for (int second = 0; second < one.size(); second++) {
                hearing.now = hearing.now.plusSeconds(1);
                hearing.hear(one.get(second));
                hearing.hear(other.get(second % other.size()));
            }

            assertThat(hearing.published).as("seed %d", seed).isEqualTo(one);
        }
    }

    private static Position place(Random random) {
        return PLACES.get(random.nextInt(PLACES.size()));
    }

    /** Right, ten minutes off, years ago, or that of a computer without a battery. */
    private static Instant anyClock(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> NOW.plus(Duration.ofMinutes(10));
            case 1 -> NOW.minus(Duration.ofMinutes(10));
            case 2 -> NOW.minus(Duration.ofDays(3_000));
            case 3 -> Instant.EPOCH;
            default -> NOW;
        };
    }
}
