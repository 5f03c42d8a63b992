package io.dronedelivery.scheduler.domain;

/** The services that a delivery is arranged with. */
public record Services(
        Attempts attempts, Accounting accounting, Packaging packaging, Drones drones, Shipments shipments) {}
