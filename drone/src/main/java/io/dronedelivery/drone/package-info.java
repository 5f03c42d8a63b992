/** The edge of drone: its REST APIs, what it consumes and publishes, and where it keeps the fleet. */
@NullMarked
package io.dronedelivery.drone;

import org.jspecify.annotations.NullMarked;
