/** The chassis of services with a database: transactions, outbox and documents on PostgreSQL. */
@NullMarked
package io.dronedelivery.chassis.store;

import org.jspecify.annotations.NullMarked;
