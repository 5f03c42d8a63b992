/** What drones and carriers have shown of one flight or shipment. It knows nothing of deliveries. */
@NullMarked
package io.dronedelivery.delivery.domain.evidence;

import org.jspecify.annotations.NullMarked;
