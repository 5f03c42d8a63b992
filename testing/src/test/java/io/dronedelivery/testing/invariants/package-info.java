/** Each invariant, broken. */
@NullMarked
package io.dronedelivery.testing.invariants;

import org.jspecify.annotations.NullMarked;
