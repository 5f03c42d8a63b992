package io.dronedelivery.mavlink.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Writes what autopilots send, in either version. */
public final class Frames {
    public static final int COPTER = 2;
    public static final int GROUND_STATION = 6;
    public static final int STANDBY = 3;
    public static final int ACTIVE = 4;
    public static final int CRITICAL = 5;
    public static final int EMERGENCY = 6;
    public static final int FLIGHT_TERMINATION = 8;

    private static final int ARMED = 0x80;

    private final int system;
    private final Encoder version2;

    public Frames(int system) {
        this.system = system;
        this.version2 = new Encoder(system);
    }

    public ByteBuffer heartbeat(boolean armed) {
        return heartbeat(COPTER, armed, armed ? ACTIVE : STANDBY);
    }

    public ByteBuffer heartbeat(int type, boolean armed, int state) {
        ByteBuffer payload = Encoder.payload(MessageType.HEARTBEAT);
        payload.put(4, (byte) type).put(6, (byte) (armed ? ARMED : 0)).put(7, (byte) state);
        return version1(MessageType.HEARTBEAT, payload);
    }

    public ByteBuffer battery(int percent) {
        return version2.systemStatus(percent);
    }

    public ByteBuffer fix(int type) {
        ByteBuffer payload = Encoder.payload(MessageType.GPS_RAW_INT).put(28, (byte) type);
        return version2.frame(MessageType.GPS_RAW_INT, payload);
    }

    public ByteBuffer landed(int state) {
        ByteBuffer payload = Encoder.payload(MessageType.EXTENDED_SYS_STATE).put(1, (byte) state);
        return version2.frame(MessageType.EXTENDED_SYS_STATE, payload);
    }

    public ByteBuffer position(long bootMillis, double latitude, double longitude, double relativeAltitude) {
        ByteBuffer payload = Encoder.payload(MessageType.GLOBAL_POSITION_INT);
        payload.putInt(0, (int) bootMillis)
                .putInt(4, (int) Math.round(latitude * 1e7))
                .putInt(8, (int) Math.round(longitude * 1e7))
                .putInt(16, (int) Math.round(relativeAltitude * 1e3));
        return version1(MessageType.GLOBAL_POSITION_INT, payload);
    }

    public ByteBuffer systemTime(long unixMicros, long bootMillis) {
        return version2.systemTime(unixMicros, bootMillis);
    }

    /** A frame of version 2 of any message; of one outside the common set the checksum is made up. */
    public static ByteBuffer other(int id, byte[] payload) {
        return other(id, 1, payload);
    }

    public static ByteBuffer other(int id, int system, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(Header.LENGTH_V2 + payload.length + Header.CHECKSUM_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) Header.START_V2)
                .put((byte) payload.length)
                .putShort((short) 0) // no flags
                .put((byte) 0)
                .put((byte) system)
                .put((byte) Frame.AUTOPILOT)
                .putShort((short) id)
                .put((byte) (id >> 16))
                .put(payload);
        Integer extra = CommonMessages.checksumExtra(id);
        Checksum checksum = new Checksum().add(frame, 1, frame.position()).add(extra == null ? 0x5A : extra);
        return frame.putShort((short) checksum.value()).flip();
    }

    /** A message of any type that is understood, with any content. */
    public static ByteBuffer random(int system, Random random) {
        MessageType[] types = MessageType.values();
        MessageType type = types[random.nextInt(types.length)];
        byte[] payload = new byte[type.length()];
        random.nextBytes(payload);
        payload[payload.length - 1] |= 1; // not a zero, which would be left out
        return other(type.id(), system, payload);
    }

    /**
     * The same message, as its sender writes it when it signs: in version 2.
     *
     * @param link 0 to 255
     * @param timestamp in units of 10 µs since the start of 2015
     */
    public static ByteBuffer signed(ByteBuffer plain, SigningKey key, int link, long timestamp) {
        Header header = Objects.requireNonNull(Header.at(plain, 0));
        byte[] payload = new byte[header.payloadLength()];
        plain.get(header.payloadAt(), payload);
        ByteBuffer frame = ByteBuffer.allocate(
                        Header.LENGTH_V2 + payload.length + Header.CHECKSUM_LENGTH + Signature.LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(other(header.id(), header.system(), payload))
                .put(2, (byte) Header.SIGNED);
        int checksumAt = Header.LENGTH_V2 + payload.length;
        Checksum checksum = new Checksum()
                .add(frame, 1, checksumAt)
                .add(Objects.requireNonNull(CommonMessages.checksumExtra(header.id())));
        frame.putShort(checksumAt, (short) checksum.value())
                .put((byte) link)
                .putInt((int) timestamp)
                .putShort((short) (timestamp >> Integer.SIZE));
        return frame.put(key.sign(frame.duplicate().flip())).flip();
    }

    public static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    public static ByteBuffer joined(ByteBuffer... parts) {
        return joined(List.of(parts));
    }

    public static ByteBuffer joined(List<ByteBuffer> parts) {
        ByteBuffer all = ByteBuffer.allocate(1 << 16);
        for (ByteBuffer part : parts) {
            all.put(part.duplicate());
        }
        return all.flip().slice();
    }

    private ByteBuffer version1(MessageType type, ByteBuffer payload) {
        ByteBuffer frame = ByteBuffer.allocate(Header.LENGTH_V1 + type.length() + Header.CHECKSUM_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) Header.START_V1)
                .put((byte) type.length())
                .put((byte) 0)
                .put((byte) system)
                .put((byte) Frame.AUTOPILOT)
                .put((byte) type.id())
                .put(payload.slice(0, type.length()));
        int checksum = new Checksum()
                .add(frame, 1, frame.position())
                .add(type.checksumExtra())
                .value();
        return frame.putShort((short) checksum).flip();
    }
}
