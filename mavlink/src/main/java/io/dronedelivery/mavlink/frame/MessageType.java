package io.dronedelivery.mavlink.frame;

import static java.util.function.Function.identity;

import io.dronedelivery.mavlink.frame.Message.ExtendedSystemState;
import io.dronedelivery.mavlink.frame.Message.GlobalPosition;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import io.dronedelivery.mavlink.frame.Message.Landed;
import io.dronedelivery.mavlink.frame.Message.MissionItemReached;
import io.dronedelivery.mavlink.frame.Message.SatelliteFix;
import io.dronedelivery.mavlink.frame.Message.SystemStatus;
import io.dronedelivery.mavlink.frame.Message.SystemTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages that are understood, of the <a href="https://mavlink.io/en/messages/common.html">common set</a>. */
enum MessageType {
    HEARTBEAT(0, 9),
    SYS_STATUS(1, 31),
    SYSTEM_TIME(2, 12),
    GPS_RAW_INT(24, 30),
    GLOBAL_POSITION_INT(33, 28),
    MISSION_ITEM_REACHED(46, 2),
    EXTENDED_SYS_STATE(245, 2);

    private static final Map<Integer, MessageType> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MessageType::id, identity()));

    private final int id;
    private final int length;

    MessageType(int id, int length) {
        this.id = id;
        this.length = length;
    }

    static @Nullable MessageType of(int id) {
        return BY_ID.get(id);
    }

    int id() {
        return id;
    }

    int checksumExtra() {
        return Objects.requireNonNull(CommonMessages.checksumExtra(id));
    }

    /** Of the payload, without the fields that version 2 added at its end. */
    int length() {
        return length;
    }

    /** Version 2 leaves out a payload's last zeros, and may append fields: both are made good here. */
    Message read(ByteBuffer bytes, Header header) {
        byte[] payload = new byte[length];
        bytes.get(header.payloadAt(), payload, 0, Math.min(length, header.payloadLength()));
        return message(ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** Offsets follow the order on the wire, wider fields first, not that of the documentation. */
    private Message message(ByteBuffer payload) {
        return switch (this) {
            case HEARTBEAT -> new Heartbeat(octet(payload, 4), octet(payload, 6), octet(payload, 7));
            case SYS_STATUS -> new SystemStatus(payload.get(30));
            case SYSTEM_TIME -> new SystemTime(payload.getLong(0), Integer.toUnsignedLong(payload.getInt(8)));
            case GPS_RAW_INT -> new SatelliteFix(octet(payload, 28));
            case GLOBAL_POSITION_INT -> GlobalPosition.read(payload);
            case MISSION_ITEM_REACHED -> new MissionItemReached(Short.toUnsignedInt(payload.getShort(0)));
            case EXTENDED_SYS_STATE -> new ExtendedSystemState(Landed.of(octet(payload, 1)));
        };
    }

    private static int octet(ByteBuffer payload, int index) {
        return payload.get(index) & 0xFF;
    }
}
