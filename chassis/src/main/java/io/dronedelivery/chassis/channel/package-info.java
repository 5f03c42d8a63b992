/** Incoming channels and the broker: topics by the channels' names, health, restarts after failures. */
@NullMarked
package io.dronedelivery.chassis.channel;

import org.jspecify.annotations.NullMarked;
