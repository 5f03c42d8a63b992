/** Calls to other services: each through a client of its own, with a limit, a circuit breaker, and a memory of what failed. */
@NullMarked
package io.dronedelivery.chassis.calls;

import org.jspecify.annotations.NullMarked;
