package io.dronedelivery.mavlink.autopilot;

import static io.dronedelivery.mavlink.autopilot.Receiver.A;
import static io.dronedelivery.mavlink.autopilot.Receiver.B;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Frames;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.GlobalPosition;
import io.dronedelivery.mavlink.log.FlightLog;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens on the way, of a generated flight the same is told as of the clean one, or at least its stages are. */
class DisturbedFlightTest {
    private static final int SORTIES = 2;
    private static final Position BASE = new Position(47.3769, 8.5417);
    private static final List<FlightStatus> STAGES = List.of(
            FlightStatus.GROUNDED,
            FlightStatus.AIRBORNE,
            FlightStatus.LANDED,
            FlightStatus.AIRBORNE,
            FlightStatus.LANDED);

    private final Frames frames = new Frames(GeneratedFlight.SYSTEM);

    /** A datagram on its way. */
    private record Sent(Source source, Instant at, ByteBuffer bytes) {
        Sent with(ByteBuffer other) {
            return new Sent(source, at, other);
        }

        Sent late(long millis) {
            return new Sent(source, at.plusMillis(millis), bytes);
        }

        Sent from(Source other) {
            return new Sent(other, at, bytes);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCleanFlightHasItsStages(long seed) {
        assertThat(stages(told(flight(seed)))).isEqualTo(STAGES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doubledDatagramsChangeNothing(long seed) {
        Random random = new Random(seed);
        List<Sent> doubled = flight(seed).stream()
                .flatMap(sent -> random.nextBoolean() ? Stream.of(sent, sent) : Stream.of(sent))
                .toList();
        assertThat(lines(doubled)).isEqualTo(lines(flight(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lostAndLateDatagramsChangeNoStage(long seed) {
        Random random = new Random(seed);
        List<Sent> faulty = flight(seed).stream()
                .filter(_ -> random.nextInt(5) > 0)
                .map(sent -> random.nextInt(5) > 0 ? sent : sent.late(random.nextLong(700)))
                .toList();
        List<DroneTelemetry> told = told(faulty);
        assertThat(stages(told)).isEqualTo(STAGES);
        assertThat(told).extracting(DroneTelemetry::sequence).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedDatagramsAreLostOnes(long seed) {
        Random random = new Random(seed);
        List<Sent> faulty = flight(seed).stream()
                .map(sent -> random.nextInt(5) > 0 ? sent : sent.with(damaged(sent.bytes(), random)))
                .toList();
        assertThat(stages(told(faulty))).isEqualTo(STAGES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSlowerSecondLinkChangesNothing(long seed) {
        Random random = new Random(seed);
        long lag = 300 + random.nextLong(25_000);
        List<Sent> flight = flight(seed);
        Stream<Sent> slower = flight.stream()
                .filter(_ -> random.nextInt(5) > 0)
                .map(sent -> sent.from(B).late(lag + random.nextLong(250)))
                .filter(sent -> sent.at().isBefore(flight.getLast().at()));
        assertThat(lines(Stream.concat(flight.stream(), slower).toList())).isEqualTo(lines(flight));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twoLossyLinksAreAsGoodAsOne(long seed) {
        Random random = new Random(seed);
        List<Sent> both = flight(seed).stream()
                .flatMap(sent -> Stream.of(sent, sent.from(B).late(random.nextLong(400))))
                .filter(_ -> random.nextInt(3) > 0)
                .toList();
        assertThat(stages(told(both))).isEqualTo(STAGES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherSourceThatLiesChangesNothing(long seed) {
        List<Sent> flight = flight(seed);
        long shift = 60_000 + new Random(seed).nextLong(200_000);
        Stream<Sent> liar = flight(seed + 1_000).stream()
                .map(sent -> sent.from(B).late(20_000).with(mapped(sent.bytes(), millis -> millis + shift)))
                .filter(sent -> sent.at().isBefore(flight.getLast().at()));
        assertThat(lines(Stream.concat(flight.stream(), liar).toList())).isEqualTo(lines(flight));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRebootChangesNoStage(long seed) {
        Random random = new Random(seed);
        List<Sent> flight = flight(seed);
        Instant reboot = flight.getFirst().at().plusSeconds(60 + random.nextLong(120));
        long off = reboot.toEpochMilli() - GeneratedFlight.START.toEpochMilli() + 50_000;
        List<Sent> rebooted = flight.stream()
                .map(sent ->
                        sent.at().isBefore(reboot) ? sent : sent.with(mapped(sent.bytes(), millis -> millis - off)))
                .toList();
        assertThat(stages(told(rebooted))).isEqualTo(STAGES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void criticalStatesForAMomentChangeNoStage(long seed) {
        Random random = new Random(seed);
        List<Sent> blips = flight(seed).stream()
                .flatMap(sent -> random.nextInt(20) > 0
                        ? Stream.of(sent)
                        : Stream.of(sent.with(frames.heartbeat(Frames.COPTER, armed(sent), Frames.CRITICAL)), sent))
                .toList();
        assertThat(told(blips)).extracting(DroneTelemetry::flightStatus).doesNotContain(FlightStatus.EMERGENCY);
    }

    private boolean armed = false;

    /** Whether the heartbeats so far say that it is armed. */
    private boolean armed(Sent sent) {
        Datagram.read(sent.bytes()).frames().forEach(frame -> {
            if (frame.message() instanceof Message.Heartbeat heartbeat && !heartbeat.groundStation()) {
                armed = heartbeat.armed();
            }
        });
        return armed;
    }

    private static List<Sent> flight(long seed) {
        return FlightLog.read(GeneratedFlight.of(SORTIES, seed)).entries().stream()
                .map(entry -> new Sent(A, entry.receivedAt(), entry.frame()))
                .toList();
    }

    /** Compared as lines, so that what differs is seen. */
    private static List<String> lines(List<Sent> datagrams) {
        return told(datagrams).stream()
                .map(sample -> "%s %s %s %.1f m"
                        .formatted(sample.time(), sample.flightStatus(), sample.position(), sample.altitude()))
                .toList();
    }

    private static List<DroneTelemetry> told(List<Sent> datagrams) {
        Receiver receiver = new Receiver(BASE);
        datagrams.stream().sorted(Comparator.comparing(Sent::at)).forEach(sent -> {
            receiver.now = sent.at();
            receiver.hear(sent.source(), sent.bytes());
        });
        return receiver.told;
    }

    private static List<FlightStatus> stages(List<DroneTelemetry> samples) {
        List<FlightStatus> stages = new ArrayList<>();
        for (DroneTelemetry sample : samples) {
            if (stages.isEmpty() || stages.getLast() != sample.flightStatus()) {
                stages.add(sample.flightStatus());
            }
        }
        return stages;
    }

    private static ByteBuffer damaged(ByteBuffer bytes, Random random) {
        ByteBuffer copy =
                ByteBuffer.allocate(bytes.limit()).put(bytes.duplicate()).flip();
        int at = random.nextInt(copy.limit());
        return copy.put(at, (byte) (copy.get(at) ^ 1 << random.nextInt(8)));
    }

    /** The datagram with another time since boot. */
    private ByteBuffer mapped(ByteBuffer bytes, UnaryOperator<Long> millis) {
        List<ByteBuffer> mapped = Datagram.read(bytes).frames().stream()
                .filter(frame -> frame.message() instanceof GlobalPosition)
                .map(frame -> mapped((GlobalPosition) frame.message(), millis))
                .collect(toCollection(ArrayList::new));
        return mapped.isEmpty() ? bytes : Frames.joined(mapped);
    }

    private ByteBuffer mapped(GlobalPosition position, UnaryOperator<Long> millis) {
        Position place = position.place() == null ? BASE : position.place();
        return frames.position(
                millis.apply(position.bootMillis()), place.latitude(), place.longitude(), position.relativeAltitude());
    }
}
