/** Mutants: the system with one mistake in its code each, to see whether the simulation finds it. */
@NullMarked
package io.dronedelivery.system.mutation;

import org.jspecify.annotations.NullMarked;
