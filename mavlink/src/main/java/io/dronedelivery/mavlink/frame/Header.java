package io.dronedelivery.mavlink.frame;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a frame's payload, in <a href="https://mavlink.io/en/guide/serialization.html">either version</a>.
 *
 * @param start where the frame begins
 * @param payloadAt where its payload begins
 * @param payloadLength how long that is
 * @param end where the frame ends, its signature included
 * @param understood whether every flag is known that must be
 */
public record Header(
        int start, int system, int component, int id, int payloadAt, int payloadLength, int end, boolean understood) {

    static final int START_V1 = 0xFE;
    static final int START_V2 = 0xFD;
    static final int LENGTH_V1 = 6;
    static final int LENGTH_V2 = 10;
    static final int CHECKSUM_LENGTH = 2;

    /** The one flag that must be understood to read a frame: it is signed. */
    static final int SIGNED = 1;

    /** The header that begins there; null where none does, or the frame is longer than the bytes. */
    public static @Nullable Header at(ByteBuffer bytes, int start) {
        Header header =
                switch (octet(bytes, start)) {
                    case START_V1 -> bytes.limit() < start + LENGTH_V1 ? null : version1(bytes, start);
                    case START_V2 -> bytes.limit() < start + LENGTH_V2 ? null : version2(bytes, start);
                    default -> null;
                };
        return header == null || header.end > bytes.limit() ? null : header;
    }

    static boolean startsAt(ByteBuffer bytes, int index) {
        return octet(bytes, index) == START_V1 || octet(bytes, index) == START_V2;
    }

    int checksumAt() {
        return payloadAt + payloadLength;
    }

    /** Whether a signature follows the checksum. */
    boolean signed() {
        return end > checksumAt() + CHECKSUM_LENGTH;
    }

    private static Header version1(ByteBuffer bytes, int start) {
        int length = octet(bytes, start + 1);
        int payloadAt = start + LENGTH_V1;
        return new Header(
                start,
                octet(bytes, start + 3),
                octet(bytes, start + 4),
                octet(bytes, start + 5),
                payloadAt,
                length,
                payloadAt + length + CHECKSUM_LENGTH,
                true);
    }

    private static Header version2(ByteBuffer bytes, int start) {
        int length = octet(bytes, start + 1);
        int flags = octet(bytes, start + 2);
        int payloadAt = start + LENGTH_V2;
        int signature = (flags & SIGNED) == 0 ? 0 : Signature.LENGTH;
        return new Header(
                start,
                octet(bytes, start + 5),
                octet(bytes, start + 6),
                octet(bytes, start + 7) | octet(bytes, start + 8) << 8 | octet(bytes, start + 9) << 16,
                payloadAt,
                length,
                payloadAt + length + CHECKSUM_LENGTH + signature,
                (flags & ~SIGNED) == 0);
    }

    private static int octet(ByteBuffer bytes, int index) {
        return bytes.get(index) & 0xFF;
    }
}
