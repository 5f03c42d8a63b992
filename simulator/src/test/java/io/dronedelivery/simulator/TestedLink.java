package io.dronedelivery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** The link of one drone to a telemetry API on a real socket. Its time slots follow a clock that is moved by hand. */
final class TestedLink implements AutoCloseable {
    static final String DRONE = "d1";
    static final Duration INTERVAL = Duration.ofMillis(500);
    static final int BACKLOG_MAX = 300;
    /** What the tokens end with that the API takes at first. */
    static final String FIRST = "-first";

    final FakeTelemetryApi api = new FakeTelemetryApi(FIRST);
    final Backlog backlog = new Backlog(BACKLOG_MAX);
    final List<Order> obeyed = new ArrayList<>();
    private final Path file;
    private final TelemetryClient client;
    private final Link link;
    private long nanos;

    TestedLink(Path folder) {
        this.file = folder.resolve("tokens.json");
        Timetable timetable = new Timetable(INTERVAL, () -> nanos);
        this.client = new TelemetryClient(api.address(), new Tokens(file, timetable.nanoTime()));
        this.link = new Link(DRONE, client, backlog, obeyed::addAll, timetable.slots(0, 1));
    }

    /** A link whose token is valid. */
    static TestedLink withToken(Path folder) {
        TestedLink tested = new TestedLink(folder);
        tested.replaceToken(FIRST);
        return tested;
    }

    void replaceToken(String suffix) {
        try {
            Path next = Files.writeString(
                    file.resolveSibling("tokens.json.next"), FakeTelemetryApi.tokens(List.of(DRONE), suffix));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void report(long from, long to) {
        samples(from, to).forEach(link::report);
    }

    /** Lets time pass, then takes an answer or posts, if there is anything to do. */
    void exchangeAfter(Duration time) {
        nanos += time.toNanos();
        link.exchange();
    }

    /** Exchanges in slot after slot. */
    void exchangeUntil(BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            exchangeAfter(INTERVAL);
            LockSupport.parkNanos(200_000);
        }
    }

    /** Takes the answer of the post that is under way. No time passes for the slots. */
    void takeAnswer() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (link.isPosting()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            link.exchange();
            LockSupport.parkNanos(200_000);
        }
    }

    static List<DroneTelemetry> samples(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> new DroneTelemetry(
                        DRONE,
                        sequence,
                        Instant.EPOCH.plusSeconds(sequence),
                        47.0,
                        8.0,
                        0,
                        0,
                        0,
                        100.0,
                        FlightStatus.GROUNDED,
                        Payload.EMPTY,
                        null))
                .toList();
    }

    @Override
    public void close() {
        client.close();
        api.close();
    }
}
