/** The fleet: bases, drones, reservations, orders, and the location stream on the topic <code>drone.telemetry</code>. */
@NullMarked
package io.dronedelivery.contracts.drone;

import org.jspecify.annotations.NullMarked;
