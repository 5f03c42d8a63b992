/** The transactional building blocks against a real PostgreSQL and a real Kafka. */
@NullMarked
package io.dronedelivery.chassis.store;

import org.jspecify.annotations.NullMarked;
