/** The whole system simulated deterministically: the production handlers in a world of one queue, one clock and one seed. */
@NullMarked
package io.dronedelivery.system.simulation;

import org.jspecify.annotations.NullMarked;
