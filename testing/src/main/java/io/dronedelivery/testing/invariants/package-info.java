/** What always holds, as functions of what is stored: run after every event of the simulation and against the real system. */
@NullMarked
package io.dronedelivery.testing.invariants;

import org.jspecify.annotations.NullMarked;
