/** What a drone's messages and a carrier's reports change of a delivery. */
@NullMarked
package io.dronedelivery.delivery.domain.tracking;

import org.jspecify.annotations.NullMarked;
