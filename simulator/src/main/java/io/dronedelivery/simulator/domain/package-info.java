/** How a drone flies: physics, wind, battery and obedience, as pure functions of state, seed and time. */
@NullMarked
package io.dronedelivery.simulator.domain;

import org.jspecify.annotations.NullMarked;
