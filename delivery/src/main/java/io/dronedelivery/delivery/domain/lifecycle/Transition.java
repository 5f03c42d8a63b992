package io.dronedelivery.delivery.domain.lifecycle;

import io.dronedelivery.contracts.delivery.DeliveryEvent;

/**
 * One transition.
 *
 * @param delivery the delivery after it
 * @param event what is published of it
 */
public record Transition(Delivery delivery, DeliveryEvent event) {}
