/** The chassis of services with a database: transactions, inbox, outbox and documents on PostgreSQL. */
@NullMarked
package io.dronedelivery.chassis.store;

import org.jspecify.annotations.NullMarked;
