/** Which drone is the best for a delivery, and how it is held. */
@NullMarked
package io.dronedelivery.drone.reservation.domain;

import org.jspecify.annotations.NullMarked;
