/** How a service with channels stops. */
@NullMarked
package io.dronedelivery.chassis.stop;

import org.jspecify.annotations.NullMarked;
