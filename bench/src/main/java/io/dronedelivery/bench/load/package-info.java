/** The load of a measurement: orders, the drones that can carry them out, and what becomes of each order. */
@NullMarked
package io.dronedelivery.bench.load;

import org.jspecify.annotations.NullMarked;
