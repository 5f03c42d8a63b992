/** How what failed is tried again. Without a framework but Mutiny, so that the domain of a service may use it. */
@NullMarked
package io.dronedelivery.chassis.retry;

import org.jspecify.annotations.NullMarked;
