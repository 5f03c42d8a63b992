/** What ingestion accepts and queues: the order of a customer, and the requests on the topic <code>delivery.requests</code>. */
@NullMarked
package io.dronedelivery.contracts.ingestion;

import org.jspecify.annotations.NullMarked;
