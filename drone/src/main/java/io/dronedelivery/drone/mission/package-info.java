/** Missions in PostgreSQL, and the delivery events that change them. */
@NullMarked
package io.dronedelivery.drone.mission;

import org.jspecify.annotations.NullMarked;
