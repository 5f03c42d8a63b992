/** MAVLink as far as the fleet needs it: frames in, frames out, flight logs, and what an autopilot's messages say of its drone. */
@NullMarked
package io.dronedelivery.mavlink;

import org.jspecify.annotations.NullMarked;
