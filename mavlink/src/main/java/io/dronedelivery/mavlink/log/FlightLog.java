package io.dronedelivery.mavlink.log;

import static java.time.temporal.ChronoUnit.MICROS;

import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Frame;
import io.dronedelivery.mavlink.frame.Header;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A telemetry log of a ground station (<code>.tlog</code>): frames as they came in, each after a big-endian 64-bit
 * Unix timestamp in microseconds.
 */
public record FlightLog(List<Entry> entries) {
    private static final int TIMESTAMP_LENGTH = Long.BYTES;

    /** A frame, of whatever message, and when it came in. */
    public record Entry(long unixMicros, ByteBuffer frame) {

        public Instant receivedAt() {
            return Instant.EPOCH.plus(unixMicros, MICROS);
        }

        /** What the autopilot of that system says by it: one message, if it is understood. */
        public Stream<Message> from(int system) {
            return autopilot().filter(frame -> frame.system() == system).map(Frame::message);
        }

        private Stream<Frame> autopilot() {
            return Datagram.read(frame).frames().stream().filter(Frame::fromAutopilot);
        }
    }

    /** Reads a log; bytes that are no entry are skipped. */
    public static FlightLog read(Path file) throws IOException {
        return read(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    /** Reads the bytes of a log. What is no frame is skipped. */
    public static FlightLog read(ByteBuffer bytes) {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at + TIMESTAMP_LENGTH < bytes.limit()) {
            int start = at + TIMESTAMP_LENGTH;
            Header header = Header.at(bytes, start);
            if (header == null) {
                at++;
            } else {
                entries.add(new Entry(bytes.getLong(at), bytes.slice(start, header.end() - start)));
                at = header.end();
            }
        }
        return new FlightLog(List.copyOf(entries));
    }

    /** The system id of the first vehicle that is heard; a ground station is none. */
    public OptionalInt vehicle() {
        return entries.stream()
                .flatMap(Entry::autopilot)
                .filter(frame -> frame.message() instanceof Heartbeat heartbeat && !heartbeat.groundStation())
                .mapToInt(Frame::system)
                .findFirst();
    }
}
