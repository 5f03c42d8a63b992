package io.dronedelivery.mavlink.frame;

import io.dronedelivery.contracts.Position;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an autopilot says, in the units of this project. */
public sealed interface Message {

    /** When the autopilot made it, in milliseconds since its boot, if the message tells. */
    default OptionalLong timeSinceBootMillis() {
        return switch (this) {
            case GlobalPosition position -> OptionalLong.of(position.bootMillis());
            case SystemTime time -> OptionalLong.of(time.bootMillis());
            case Heartbeat _, SystemStatus _, SatelliteFix _, MissionItemReached _, ExtendedSystemState _ ->
                OptionalLong.empty();
        };
    }

    /** It lives: MAV_TYPE, MAV_MODE_FLAG and MAV_STATE as on the wire. */
    record Heartbeat(int type, int mode, int state) implements Message {
        private static final int TYPE_GROUND_STATION = 6;
        private static final int MODE_ARMED = 0x80;
        private static final int STATE_CRITICAL = 5;
        private static final int STATE_EMERGENCY = 6;
        private static final int STATE_FLIGHT_TERMINATION = 8;

        /** Whether no vehicle says it. */
        public boolean groundStation() {
            return type == TYPE_GROUND_STATION;
        }

        /** Whether the motors may turn. */
        public boolean armed() {
            return (mode & MODE_ARMED) != 0;
        }

        /** Whether something is wrong that the autopilot may still overcome. */
        public boolean critical() {
            return state == STATE_CRITICAL;
        }

        /** Whether the autopilot has given up its task to save the vehicle, or the vehicle. */
        public boolean emergency() {
            return state == STATE_EMERGENCY || state == STATE_FLIGHT_TERMINATION;
        }
    }

    /** The battery in percent, -1 where the autopilot does not know; anything else is nonsense. */
    record SystemStatus(int batteryRemaining) implements Message {}

    /** What the clocks show: that of the world, an unsigned number, 0 before it is known; and that since boot. */
    record SystemTime(long unixMicros, long bootMillis) implements Message {
        public Instant instant() {
            return Instant.ofEpochMilli(Long.divideUnsigned(unixMicros, 1_000));
        }
    }

    /** What kind of fix the satellite receiver has: GPS_FIX_TYPE as on the wire. */
    record SatelliteFix(int type) implements Message {
        private static final int TYPE_2D = 2;

        /** Whether it knows where it is. */
        public boolean located() {
            return type >= TYPE_2D;
        }
    }

    /**
     * Where it is.
     *
     * @param bootMillis when, by the clock since boot
     * @param latitude degrees; absent together with the longitude where that place is not on the earth
     * @param longitude degrees
     * @param relativeAltitude above the place of take-off, m
     * @param groundSpeed m/s
     * @param heading degrees, 0 up to 360; 0 where the autopilot does not know
     */
    record GlobalPosition(
            long bootMillis,
            @Nullable Double latitude,
            @Nullable Double longitude,
            double relativeAltitude,
            double groundSpeed,
            double heading)
            implements Message {
        private static final double DEGREE_UNITS = 1e7;
        private static final int HEADING_UNKNOWN = 0xFFFF;

        static GlobalPosition read(ByteBuffer payload) {
            double latitude = payload.getInt(4) / DEGREE_UNITS;
            double longitude = payload.getInt(8) / DEGREE_UNITS;
            boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
            int heading = Short.toUnsignedInt(payload.getShort(26));
            return new GlobalPosition(
                    Integer.toUnsignedLong(payload.getInt(0)),
                    onEarth ? (Double) latitude : null,
                    onEarth ? (Double) longitude : null,
                    payload.getInt(16) / 1e3,
                    Math.hypot(payload.getShort(20), payload.getShort(22)) / 1e2,
                    heading == HEADING_UNKNOWN ? 0 : heading / 1e2 % 360);
        }

        /** Where it says it is, whether it knows it or not. */
        @Nullable
        public Position place() {
            return latitude == null || longitude == null ? null : new Position(latitude, longitude);
        }
    }

    /** A waypoint of the flight plan was reached. */
    record MissionItemReached(int item) implements Message {}

    /** Whether it stands or flies, where the autopilot has a detector for it. */
    record ExtendedSystemState(Landed landed) implements Message {}

    /** MAV_LANDED_STATE. */
    enum Landed {
        UNDEFINED,
        ON_GROUND,
        IN_AIR;

        /** Taking off (3) and landing (4) happen in the air. */
        static Landed of(int wire) {
            return switch (wire) {
                case 1 -> ON_GROUND;
                case 2, 3, 4 -> IN_AIR;
                default -> UNDEFINED;
            };
        }
    }
}
