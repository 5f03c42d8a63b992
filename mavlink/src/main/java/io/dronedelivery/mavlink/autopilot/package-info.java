/** What the messages of an autopilot say of its drone, also over several links and after a reboot, and who may send them. */
@NullMarked
package io.dronedelivery.mavlink.autopilot;

import org.jspecify.annotations.NullMarked;
