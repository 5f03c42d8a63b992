/** How reports come in by HTTP and MAVLink, and where they go. */
@NullMarked
package io.dronedelivery.drone.telemetry;

import org.jspecify.annotations.NullMarked;
