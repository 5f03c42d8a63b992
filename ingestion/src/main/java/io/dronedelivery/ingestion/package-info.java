/** The edge of ingestion: its public REST API, and the adapters to Kafka and to the service delivery. */
@NullMarked
package io.dronedelivery.ingestion;

import org.jspecify.annotations.NullMarked;
