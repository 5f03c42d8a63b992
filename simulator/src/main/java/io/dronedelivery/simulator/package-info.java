/** The simulator's process: its options, its clock, its state file, and the telemetry door it flies by. */
@NullMarked
package io.dronedelivery.simulator;

import org.jspecify.annotations.NullMarked;
