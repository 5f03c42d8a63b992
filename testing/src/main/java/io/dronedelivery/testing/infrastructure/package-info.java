/** The real PostgreSQL and the real Kafka broker that tests and the local runtime stand on, out of Maven artifacts. */
@NullMarked
package io.dronedelivery.testing.infrastructure;

import org.jspecify.annotations.NullMarked;
