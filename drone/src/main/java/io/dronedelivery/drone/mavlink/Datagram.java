package io.dronedelivery.drone.mavlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of bytes held. Whatever the bytes are, reading them fails on nothing: after something broken the next frame
 * is looked for from the following byte on.
 *
 * @param frames the messages that are understood
 * @param badChecksums frames of such messages that were damaged
 * @param unknown frames of other messages; their checksum can't be told without their definition
 * @param garbageBytes bytes that belong to no frame
 */
public record Datagram(List<Frame> frames, int badChecksums, int unknown, int garbageBytes) {

    /** Reads all that is there: a frame never spans two datagrams. */
    public static Datagram read(ByteBuffer bytes) {
        Reading reading = new Reading(bytes);
        int at = 0;
        while (at < bytes.limit()) {
            at = reading.step(at);
        }
        return new Datagram(List.copyOf(reading.frames), reading.badChecksums, reading.unknown, reading.garbageBytes);
    }

    /** One pass over the bytes. */
    private static final class Reading {
        private final ByteBuffer bytes;
        private final List<Frame> frames = new ArrayList<>();
        private int badChecksums;
        private int unknown;
        private int garbageBytes;

        Reading(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        /** Reads what begins there, and says where to go on. */
        int step(int at) {
            Header header = Header.at(bytes, at);
            if (header == null) {
                garbageBytes++;
                return at + 1;
            }
            MessageType type = MessageType.of(header.id());
            if (type == null || !header.understood()) {
                return skip(header);
            }
            if (!intact(header, type)) {
                badChecksums++;
                return at + 1;
            }
            frames.add(new Frame(header.system(), header.component(), type.read(bytes, header)));
            return header.end();
        }

        /** Without a checksum, only what follows tells a frame from a start byte in the middle of garbage. */
        private int skip(Header header) {
            if (header.end() == bytes.limit() || Header.startsAt(bytes, header.end())) {
                unknown++;
                return header.end();
            }
            garbageBytes++;
            return header.start() + 1;
        }

        private boolean intact(Header header, MessageType type) {
            int at = header.checksumAt();
            int sent = (bytes.get(at) & 0xFF) | (bytes.get(at + 1) & 0xFF) << 8;
            return sent == checksum(header, type);
        }

        private int checksum(Header header, MessageType type) {
            return new Checksum()
                    .add(bytes, header.start() + 1, header.checksumAt())
                    .add(type.checksumExtra())
                    .value();
        }
    }
}
