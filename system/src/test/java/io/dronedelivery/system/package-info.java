/** The whole system: simulated deterministically, run for real, and kept tidy. */
@NullMarked
package io.dronedelivery.system;

import org.jspecify.annotations.NullMarked;
