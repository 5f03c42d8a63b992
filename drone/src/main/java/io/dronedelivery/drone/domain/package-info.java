/** The fleet in plain Java: what a drone is, which one is the best for a delivery, what it is to do, and what it reports. */
@NullMarked
package io.dronedelivery.drone.domain;

import org.jspecify.annotations.NullMarked;
