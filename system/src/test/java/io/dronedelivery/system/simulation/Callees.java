package io.dronedelivery.system.simulation;

/** The processes that others call. */
record Callees(
        Node<AccountingService.Handlers> accounting,
        Node<PackagingService.Handlers> packaging,
        Node<DroneService.Handlers> drone,
        Node<TransportService.Handlers> transport,
        Node<DeliveryService.Handlers> delivery) {}
