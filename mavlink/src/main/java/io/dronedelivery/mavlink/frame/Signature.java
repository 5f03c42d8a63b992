package io.dronedelivery.mavlink.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The <a href="https://mavlink.io/en/guide/message_signing.html">signature</a> at the end of a frame: the link, a timestamp,
 * and the start of a digest of the key and all that stands before.
 */
public final class Signature {
    static final int LENGTH = 13;
    static final int VALUE_LENGTH = 6;

    private static final int TIMESTAMP_LENGTH = 6;

    private final ByteBuffer frame;

    private Signature(ByteBuffer frame) {
        this.frame = frame;
    }

    /** That of a frame; null of one that is not signed. */
    static @Nullable Signature of(ByteBuffer bytes, Header header) {
        return header.signed()
                ? new Signature(bytes.slice(header.start(), header.end() - header.start())
                        .order(ByteOrder.LITTLE_ENDIAN))
                : null;
    }

    /** Which of its links the sender used, 0 to 255. */
    public int link() {
        return frame.get(valueAt() - TIMESTAMP_LENGTH - 1) & 0xFF;
    }

    /** When it was signed, in units of 10 µs since the start of 2015, by the sender's clock. */
    public long timestamp() {
        int at = valueAt() - TIMESTAMP_LENGTH;
        return Integer.toUnsignedLong(frame.getInt(at)) | Short.toUnsignedLong(frame.getShort(at + 4)) << Integer.SIZE;
    }

    /** Whether whoever signed it had the key. Takes as long for a wrong signature as for a right one. */
    public boolean isMadeWith(SigningKey key) {
        byte[] sent = new byte[VALUE_LENGTH];
        frame.get(valueAt(), sent);
        return MessageDigest.isEqual(sent, key.sign(frame.slice(0, valueAt())));
    }

    private int valueAt() {
        return frame.limit() - VALUE_LENGTH;
    }
}
