/** Transactions with Panache against a real PostgreSQL and a real Kafka. */
@NullMarked
package io.dronedelivery.chassis.panache;

import org.jspecify.annotations.NullMarked;
