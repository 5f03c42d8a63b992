/** Faults: their plan, the system that they are injected into, and their injection. */
@NullMarked
package io.dronedelivery.local.chaos.fault;

import org.jspecify.annotations.NullMarked;
