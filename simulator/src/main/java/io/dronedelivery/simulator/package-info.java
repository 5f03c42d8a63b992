/** The simulator's process: its options, its clock, its state file, and the client of the drone service. */
@NullMarked
package io.dronedelivery.simulator;

import org.jspecify.annotations.NullMarked;
