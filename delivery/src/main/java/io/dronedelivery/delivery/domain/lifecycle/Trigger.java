package io.dronedelivery.delivery.domain.lifecycle;

import io.dronedelivery.contracts.delivery.Cause;
import java.time.Instant;

/**
 * When and why a transition is made.
 *
 * @param at by this service's clock
 * @param cause what made it happen
 */
public record Trigger(Instant at, Cause cause) {}
