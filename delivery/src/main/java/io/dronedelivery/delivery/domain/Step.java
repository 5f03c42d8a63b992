package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;

/**
 * One transition.
 *
 * @param delivery the delivery after it
 * @param event what is told of it
 */
record Step(Delivery delivery, DeliveryEvent event) {}
