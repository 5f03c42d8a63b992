/** Bases and drones, and a drone with all that is known of it. */
@NullMarked
package io.dronedelivery.drone.registry.domain;

import org.jspecify.annotations.NullMarked;
