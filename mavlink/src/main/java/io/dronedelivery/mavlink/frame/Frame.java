package io.dronedelivery.mavlink.frame;

/**
 * A message and who sent it; its checksum was right.
 *
 * @param system the vehicle or ground station, 1 to 255
 * @param component the part of it that speaks
 */
public record Frame(int system, int component, Message message) {
    /** MAV_COMP_ID_AUTOPILOT1. */
    public static final int AUTOPILOT = 1;

    /** Whether the autopilot says it, not a camera, gimbal or radio on the same vehicle. */
    public boolean fromAutopilot() {
        return component == AUTOPILOT;
    }
}
