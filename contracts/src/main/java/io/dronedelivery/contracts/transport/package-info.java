/** Third-party transportation: shipments, carrier call-backs, and the topic <code>transport.tracking</code>. */
@NullMarked
package io.dronedelivery.contracts.transport;

import org.jspecify.annotations.NullMarked;
