/** Carriers: what each must offer, how the best is chosen, and the reference under which it knows a shipment. */
@NullMarked
package io.dronedelivery.transport.domain.carrier;

import org.jspecify.annotations.NullMarked;
