package io.dronedelivery.contracts.drone;

import java.time.Instant;

/**
 * A drone will not fly its mission any further: nothing it does from here on concerns that delivery, so that another may be
 * sent if the parcel is where it was. Published by the fleet, behind everything that was heard of the drone before: of each
 * mission that was recalled, and of one that a later attempt has overtaken where its drone has the parcel, or may have it.
 *
 * @param sequence that of its last telemetry
 * @param time its last telemetry's; for a drone that was never heard of, when it was written off
 * @param mission the mission that was recalled or overtaken
 * @param because how that is known
 */
public record FlightStopped(String droneId, long sequence, Instant time, MissionReference mission, Because because)
        implements DroneStream {

    /** How it is known that a drone will not go on. */
    public enum Because {
        /** It said that it has given the mission up, or flies no mission or another one; or it was never ordered to fly it. */
        ACKNOWLEDGED,
        /** The same, and the parcel is with it, or has been, or with the drone of an attempt that it overtook. */
        WITH_PARCEL,
        /** It was seen on the ground and empty after its recall. */
        LANDED_EMPTY,
        /** An operator has declared it lost: perhaps with the parcel. */
        WRITTEN_OFF;

        /** Whether the drone has the parcel, or may have it: what it loaded last may not have been heard. */
        public boolean parcelMayBeOut() {
            return switch (this) {
                case WITH_PARCEL, WRITTEN_OFF -> true;
                case ACKNOWLEDGED, LANDED_EMPTY -> false;
            };
        }
    }
}
