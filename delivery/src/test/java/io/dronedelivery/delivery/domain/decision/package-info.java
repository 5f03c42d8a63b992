/** Tests of what is stored of deliveries, and the port in memory. */
@NullMarked
package io.dronedelivery.delivery.domain.decision;

import org.jspecify.annotations.NullMarked;
