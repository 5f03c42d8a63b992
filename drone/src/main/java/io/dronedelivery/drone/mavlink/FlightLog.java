package io.dronedelivery.drone.mavlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A telemetry log of a ground station (<code>.tlog</code>): frames as they came in, each after a big-endian 64-bit
 * Unix timestamp in microseconds.
 */
public record FlightLog(List<Entry> entries) {
    private static final int TIMESTAMP_LENGTH = Long.BYTES;

    /** A frame, of whatever message, and when it came in. */
    public record Entry(long unixMicros, ByteBuffer frame) {

        /** What is understood of it: at most one frame. */
        public List<Frame> read() {
            return Datagram.read(frame).frames();
        }
    }

    /** Reads a log; bytes that are no entry are skipped. */
    public static FlightLog read(Path file) throws IOException {
        return read(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    static FlightLog read(ByteBuffer bytes) {
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
}
