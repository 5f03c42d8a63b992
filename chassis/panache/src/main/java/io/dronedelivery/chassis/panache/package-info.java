/** The chassis of services that keep their data by Hibernate Reactive with Panache: transactions and the outbox in them. */
@NullMarked
package io.dronedelivery.chassis.panache;

import org.jspecify.annotations.NullMarked;
