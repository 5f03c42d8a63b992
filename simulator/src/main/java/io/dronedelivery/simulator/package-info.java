/** The simulator's process: its options, its clock, its state file, and each drone's link to the gateway. */
@NullMarked
package io.dronedelivery.simulator;

import org.jspecify.annotations.NullMarked;
