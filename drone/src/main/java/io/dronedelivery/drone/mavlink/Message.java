package io.dronedelivery.drone.mavlink;

import java.nio.ByteBuffer;

/** What an autopilot says, in the units of this project. */
public sealed interface Message {

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

        /** Whether the autopilot has given up its task to save the vehicle. */
        public boolean failing() {
            return state == STATE_CRITICAL || state == STATE_EMERGENCY || state == STATE_FLIGHT_TERMINATION;
        }
    }

    /** The battery in percent, negative where the autopilot does not know. */
    record SystemStatus(int batteryRemaining) implements Message {}

    /** What the clocks show: that of the world, 0 before it is known, and that since boot. */
    record SystemTime(long unixMicros, long bootMillis) implements Message {}

    /**
     * Where it is.
     *
     * @param bootMillis when, by the clock since boot
     * @param latitude degrees; 0 together with longitude 0 before the first satellite fix
     * @param relativeAltitude above the place of take-off, m
     * @param groundSpeed m/s
     * @param heading degrees, 0 up to 360; 0 where the autopilot does not know
     */
    record GlobalPosition(
            long bootMillis,
            double latitude,
            double longitude,
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
                    onEarth ? latitude : 0,
                    onEarth ? longitude : 0,
                    payload.getInt(16) / 1e3,
                    Math.hypot(payload.getShort(20), payload.getShort(22)) / 1e2,
                    heading == HEADING_UNKNOWN ? 0 : heading / 1e2 % 360);
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
