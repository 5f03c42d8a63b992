package io.dronedelivery.mavlink.frame;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** CRC-16/MCRF4XX, the <a href="https://mavlink.io/en/guide/serialization.html#checksum">checksum of a frame</a>. */
final class Checksum {
    private static final int POLYNOMIAL_REFLECTED = 0x8408;

    /** What each value of the lowest octet becomes, worked out once: a flood of bytes must not cost much. */
    private static final int[] OCTETS =
            IntStream.range(0, 1 << Byte.SIZE).map(Checksum::shifted).toArray();

    private int value = 0xFFFF;

    /** The bytes <code>from</code> up to, not including, <code>to</code>. */
    Checksum add(ByteBuffer bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            add(bytes.get(i) & 0xFF);
        }
        return this;
    }

    Checksum add(int octet) {
        value = value >> Byte.SIZE ^ OCTETS[(value ^ octet) & 0xFF];
        return this;
    }

    int value() {
        return value;
    }

    private static int shifted(int octet) {
        int value = octet;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            value = (value & 1) == 0 ? value >> 1 : value >> 1 ^ POLYNOMIAL_REFLECTED;
        }
        return value;
    }
}
