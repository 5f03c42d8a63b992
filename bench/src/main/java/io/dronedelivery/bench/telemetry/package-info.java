/** How many drone positions a second become statuses of deliveries, beside references that do the same or less. */
@NullMarked
package io.dronedelivery.bench.telemetry;

import org.jspecify.annotations.NullMarked;
