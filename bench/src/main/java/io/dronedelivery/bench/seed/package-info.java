/** Fills the databases with copies of what the services keep of a delivery. */
@NullMarked
package io.dronedelivery.bench.seed;

import org.jspecify.annotations.NullMarked;
