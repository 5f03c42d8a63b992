package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.Cause;
import java.time.Instant;

/**
 * When and why something happens to a delivery.
 *
 * @param at by this service's clock
 * @param cause what made it happen
 */
record Moment(Instant at, Cause cause) {}
