package io.dronedelivery.mavlink.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes frames of MAVLink 2, numbered as its sender must. */
public final class Encoder {
    private final int system;
    private int sequence;

    /** Speaks for the autopilot of that system. */
    public Encoder(int system) {
        this.system = system;
    }

    /** SYSTEM_TIME: what the clock of the world shows at a time since boot. */
    public ByteBuffer systemTime(long unixMicros, long bootMillis) {
        ByteBuffer payload = payload(MessageType.SYSTEM_TIME);
        payload.putLong(0, unixMicros).putInt(8, (int) bootMillis);
        return frame(MessageType.SYSTEM_TIME, payload);
    }

    /** SYS_STATUS: what is left in the battery, in percent. */
    public ByteBuffer systemStatus(int batteryRemaining) {
        ByteBuffer payload = payload(MessageType.SYS_STATUS).put(30, (byte) batteryRemaining);
        return frame(MessageType.SYS_STATUS, payload);
    }

    static ByteBuffer payload(MessageType type) {
        return ByteBuffer.allocate(type.length()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The frame around a payload, without the zeros at its end. */
    ByteBuffer frame(MessageType type, ByteBuffer payload) {
        int length = payload.limit();
        while (length > 1 && payload.get(length - 1) == 0) {
            length--;
        }
        ByteBuffer frame = ByteBuffer.allocate(Header.LENGTH_V2 + length + Header.CHECKSUM_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) Header.START_V2)
                .put((byte) length)
                .putShort((short) 0) // no flags
                .put((byte) sequence++)
                .put((byte) system)
                .put((byte) Frame.AUTOPILOT)
                .putShort((short) type.id())
                .put((byte) 0) // the highest byte of the id
                .put(payload.slice(0, length));
        int checksum = new Checksum()
                .add(frame, 1, frame.position())
                .add(type.checksumExtra())
                .value();
        return frame.putShort((short) checksum).flip();
    }
}
