@NullMarked
package io.dronedelivery.mavlink.autopilot;

import org.jspecify.annotations.NullMarked;
