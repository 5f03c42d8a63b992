/** The service transport: its HTTP API, its consumer, its tables, and the call-backs of the simulated carrier. */
@NullMarked
package io.dronedelivery.transport;

import org.jspecify.annotations.NullMarked;
