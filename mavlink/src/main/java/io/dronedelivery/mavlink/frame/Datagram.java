package io.dronedelivery.mavlink.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of bytes held. Whatever the bytes are, reading them fails on nothing: after something broken the next frame
 * is looked for from the following byte on.
 *
 * @param frames the messages that are understood
 * @param badChecksums frames of such messages that were damaged
 * @param unknown frames of other messages; the checksum of those outside the common set can't be told
 * @param garbageBytes bytes that belong to no frame
 */
public record Datagram(List<Frame> frames, int badChecksums, int unknown, int garbageBytes) {
    /** Datagrams overtake each other by less than this, in milliseconds. */
    public static final long REORDERING_MILLIS_MAX = 10_000;

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
        /** More damaged frames than a datagram can well hold: of one that was made up, the rest is garbage. */
        private static final int DAMAGED_MAX = 2_000;

        private final ByteBuffer bytes;
        private final List<Frame> frames = new ArrayList<>();
        private int badChecksums;
        private int unknown;
        private int garbageBytes;
        private int damaged;
        /** Where the last intact frame begins that was looked for, and up to where was looked. */
        private int intactAt = -1;

        private int scanned;

        Reading(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        /** Reads what begins there, and says where to go on. */
        int step(int at) {
            Header header = Header.at(bytes, at);
            if (damaged > DAMAGED_MAX) {
                garbageBytes += bytes.limit() - at;
                return bytes.limit();
            }
            if (header == null) {
                garbageBytes++;
                return at + 1;
            }
            MessageType type = header.understood() ? MessageType.of(header.id()) : null;
            if (intact(header)) {
                read(header, type);
                return header.end();
            }
            if (type == null) {
                return skip(header);
            }
            badChecksums++;
            return at + 1;
        }

        private void read(Header header, @Nullable MessageType type) {
            if (type == null) {
                unknown++;
            } else {
                Signature signature = Signature.of(bytes, header);
                frames.add(new Frame(header.system(), header.component(), type.read(bytes, header), signature));
            }
        }

        /**
         * Without a checksum only what follows tells a frame from a start byte in the middle of garbage. Its length may
         * be damaged: an intact frame that begins within it is rather accepted.
         */
        private int skip(Header header) {
            boolean endsWell = header.end() == bytes.limit() || Header.startsAt(bytes, header.end());
            if (endsWell && !intactBetween(header.start() + 1, header.end())) {
                unknown++;
                return header.end();
            }
            garbageBytes++;
            return header.start() + 1;
        }

        /** Each byte is tried once at most, however many frames overlap. */
        private boolean intactBetween(int from, int to) {
            for (scanned = Math.max(scanned, from); intactAt < from && scanned < to; scanned++) {
                Header header = Header.at(bytes, scanned);
                intactAt = header != null && intact(header) ? scanned : intactAt;
            }
            return intactAt >= from && intactAt < to;
        }

        /** Whether the checksum is right; never of a message that is not known, or with a flag that is not. */
        private boolean intact(Header header) {
            Integer extra = header.understood() ? CommonMessages.checksumExtra(header.id()) : null;
            if (extra == null) {
                return false;
            }
            int at = header.checksumAt();
            int sent = (bytes.get(at) & 0xFF) | (bytes.get(at + 1) & 0xFF) << 8;
            int right =
                    new Checksum().add(bytes, header.start() + 1, at).add(extra).value();
            damaged += sent == right ? 0 : 1;
            return sent == right;
        }
    }
}
