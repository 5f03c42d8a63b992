/** How messages are sent and consumed: envelopes, order by key, dead letters. */
@NullMarked
package io.dronedelivery.chassis.messaging;

import org.jspecify.annotations.NullMarked;
