/** Replays a recorded flight through the drone service's MAVLink door, and watches the deliveries it makes. */
@NullMarked
package io.dronedelivery.local.replay;

import org.jspecify.annotations.NullMarked;
