/** Deliveries in PostgreSQL: state, timeline and outbox in one transaction. */
@NullMarked
package io.dronedelivery.delivery.store;

import org.jspecify.annotations.NullMarked;
