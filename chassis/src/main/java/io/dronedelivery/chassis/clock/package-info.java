/** The clock that everything in a service tells the time by. */
@NullMarked
package io.dronedelivery.chassis.clock;

import org.jspecify.annotations.NullMarked;
