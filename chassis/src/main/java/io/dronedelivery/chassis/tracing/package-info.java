/** Traces: the context of one goes from record to row to record, and the edge opens the spans that the framework does not. */
@NullMarked
package io.dronedelivery.chassis.tracing;

import org.jspecify.annotations.NullMarked;
