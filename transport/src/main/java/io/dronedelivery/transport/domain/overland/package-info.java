/** Overland, the simulated carrier: its jobs, and the dispatch that reports their stages. */
@NullMarked
package io.dronedelivery.transport.domain.overland;

import org.jspecify.annotations.NullMarked;
