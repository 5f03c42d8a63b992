package io.dronedelivery.mavlink.frame;

import org.jspecify.annotations.Nullable;

/**
 * A message and who sent it; its checksum was right.
 *
 * @param system the vehicle or ground station, 1 to 255
 * @param component the part of it that speaks
 * @param signature not checked yet; absent if the frame is not signed
 */
public record Frame(
        int system,
        int component,
        Message message,
        @Nullable Signature signature) {
    /** MAV_COMP_ID_AUTOPILOT1. */
    public static final int AUTOPILOT = 1;

    /** One that is not signed. */
    public Frame(int system, int component, Message message) {
        this(system, component, message, null);
    }

    /** Whether the autopilot says it, not a camera, gimbal or radio on the same vehicle. */
    public boolean fromAutopilot() {
        return component == AUTOPILOT;
    }
}
