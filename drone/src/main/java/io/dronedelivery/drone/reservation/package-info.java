/** The REST API of reservations, and the search for a drone in PostgreSQL. */
@NullMarked
package io.dronedelivery.drone.reservation;

import org.jspecify.annotations.NullMarked;
