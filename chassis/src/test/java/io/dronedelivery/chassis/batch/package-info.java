/** Batches, in memory and over HTTP. */
@NullMarked
package io.dronedelivery.chassis.batch;

import org.jspecify.annotations.NullMarked;
