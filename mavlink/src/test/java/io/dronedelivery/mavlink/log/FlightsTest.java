package io.dronedelivery.mavlink.log;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.mavlink.autopilot.Autopilot;
import io.dronedelivery.mavlink.autopilot.GeneratedFlight;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.SystemTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole flights: the recorded one where it is at hand, and generated ones. */
class FlightsTest {
    private static final Path RECORDED =
            Path.of(System.getProperty("project.root", "."), "../shared/data/flights/autonomous-a-to-b.tlog");

    /** By the flight's README: when each sortie was armed and disarmed, in seconds from the log's start. */
    private static final double[][] RECORDED_SORTIES = {
        {462.6, 538.0}, {576.6, 650.0}, {731.4, 805.0}, {873.4, 940.2}, {1058.8, 1137.2}, {1244.2, 1309.3}
    };

    private static final Offset<Double> TO_THE_DIGIT = within(0.06);

    private static final double LANDING_SECONDS_MAX = 5;

    @Test
    void theRecordedFlightHasSixSorties() throws IOException {
        FlightLog log = recorded();
        checkRecorded(log, told(log, log.entries()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRecordedFlightHasSixSortiesOverAFaultyLinkToo(long seed) throws IOException {
        FlightLog log = recorded();
        checkRecorded(log, told(log, faulty(log.entries(), new Random(seed))));
    }

    private static void checkRecorded(FlightLog log, List<DroneTelemetry> samples) {
        Instant start = log.entries().getFirst().receivedAt();
        List<Instant> takeOffs = changes(samples, FlightStatus.AIRBORNE);
        List<Instant> landings = changes(samples, FlightStatus.LANDED);
        assertThat(takeOffs).hasSameSizeAs(RECORDED_SORTIES);
        assertThat(landings).hasSameSizeAs(RECORDED_SORTIES);
        for (int sortie = 0; sortie < RECORDED_SORTIES.length; sortie++) {
            assertThat(seconds(start, takeOffs.get(sortie)))
                    .isBetween(RECORDED_SORTIES[sortie][0], RECORDED_SORTIES[sortie][0] + 20);
            assertThat(seconds(start, landings.get(sortie)))
                    .isCloseTo(RECORDED_SORTIES[sortie][1], within(LANDING_SECONDS_MAX));
        }
    }

    private static FlightLog recorded() throws IOException {
        assumeTrue(Files.exists(RECORDED), "the recorded flight is not at hand: " + RECORDED);
        return FlightLog.read(RECORDED);
    }

    @Test
    void theSortiesOfTheRecordedFlightAreThoseOfItsTable() throws IOException {
        FlightLog log = recorded();
        Instant start = log.entries().getFirst().receivedAt();
        List<Sortie> sorties = Sortie.of(log, log.vehicle().getAsInt());
        assertThat(sorties).hasSameSizeAs(RECORDED_SORTIES);
        for (int sortie = 0; sortie < RECORDED_SORTIES.length; sortie++) {
            assertThat(seconds(start, sorties.get(sortie).armedAt()))
                    .isCloseTo(RECORDED_SORTIES[sortie][0], TO_THE_DIGIT);
            assertThat(seconds(start, sorties.get(sortie).disarmedAt()))
                    .isCloseTo(RECORDED_SORTIES[sortie][1], TO_THE_DIGIT);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aGeneratedFlightHasAsManySortiesAsWereFlown(long seed) {
        FlightLog log = FlightLog.read(GeneratedFlight.of(3, seed));
        List<DroneTelemetry> samples = told(log, log.entries());
        assertThat(changes(samples, FlightStatus.AIRBORNE)).hasSize(3);
        assertThat(changes(samples, FlightStatus.LANDED)).hasSize(3);
        assertThat(samples).extracting(DroneTelemetry::flightStatus).doesNotContain(FlightStatus.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFaultyLinkChangesNeitherTheSortiesNorTheOrder(long seed) {
        FlightLog log = FlightLog.read(GeneratedFlight.of(3, seed));
        List<DroneTelemetry> samples = told(log, faulty(log.entries(), new Random(seed)));
        assertThat(changes(samples, FlightStatus.AIRBORNE)).hasSize(3);
        assertThat(changes(samples, FlightStatus.LANDED)).hasSize(3);
        assertThat(samples).extracting(DroneTelemetry::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(samples).extracting(DroneTelemetry::time).isSorted();
    }

    @Test
    void doubledFramesChangeNothing() {
        FlightLog log = FlightLog.read(GeneratedFlight.of(2, 9));
        List<FlightLog.Entry> twice = log.entries().stream()
                .flatMap(entry -> List.of(entry, entry).stream())
                .toList();
        assertThat(told(log, twice)).isEqualTo(told(log, log.entries()));
    }

    /** Every fifth frame lost, some doubled, neighbours swapped. */
    private static List<FlightLog.Entry> faulty(List<FlightLog.Entry> entries, Random random) {
        List<FlightLog.Entry> faulty = entries.stream()
                .filter(_ -> random.nextInt(5) > 0)
                .flatMap(entry -> random.nextInt(10) > 0 ? List.of(entry).stream() : List.of(entry, entry).stream())
                .collect(toCollection(ArrayList::new));
        for (int i = 1; i < faulty.size(); i += 1 + random.nextInt(10)) {
            faulty.set(i, faulty.set(i - 1, faulty.get(i)));
        }
        return faulty;
    }

    /** What is told of those entries of a log in which the drone does not reboot. */
    private static List<DroneTelemetry> told(FlightLog log, List<FlightLog.Entry> entries) {
        int system = log.vehicle().getAsInt();
        LogClock clock = new LogClock(log, system);
        Autopilot autopilot = Autopilot.of("drone-1");
        return entries.stream()
                .flatMap(entry -> entry.from(system)
                        .map(message -> byLog(clock, message))
                        .flatMap(message -> autopilot.hear(message, null, entry.receivedAt()).stream()))
                .toList();
    }

    /** The autopilot tells the satellites' time, the log has that of the ground station. */
    private static Message byLog(LogClock clock, Message message) {
        return message instanceof SystemTime(long _, long bootMillis)
                ? new SystemTime(clock.unixMicros(0, bootMillis), bootMillis)
                : message;
    }

    /** When the samples came to be of a status. */
    private static List<Instant> changes(List<DroneTelemetry> samples, FlightStatus status) {
        List<Instant> changes = new ArrayList<>();
        FlightStatus before = null;
        for (DroneTelemetry sample : samples) {
            if (sample.flightStatus() == status && before != status) {
                changes.add(sample.time());
            }
            before = sample.flightStatus();
        }
        return changes;
    }

    private static double seconds(Instant start, Instant time) {
        return start.until(time).toMillis() / 1e3;
    }
}
