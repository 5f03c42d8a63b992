/** The service drone: how its slices are put together. */
@NullMarked
package io.dronedelivery.drone;

import org.jspecify.annotations.NullMarked;
