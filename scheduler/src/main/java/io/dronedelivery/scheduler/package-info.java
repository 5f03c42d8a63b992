/** The edge of the scheduler: the consumer of requests, and the adapters to the services it calls. */
@NullMarked
package io.dronedelivery.scheduler;

import org.jspecify.annotations.NullMarked;
