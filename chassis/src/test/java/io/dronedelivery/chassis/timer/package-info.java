/** Periodic tasks with a real timer. */
@NullMarked
package io.dronedelivery.chassis.timer;

import org.jspecify.annotations.NullMarked;
