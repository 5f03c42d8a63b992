/** What becomes of each attempt at a delivery, and of the drone that is held for it. */
@NullMarked
package io.dronedelivery.drone.mission.domain;

import org.jspecify.annotations.NullMarked;
