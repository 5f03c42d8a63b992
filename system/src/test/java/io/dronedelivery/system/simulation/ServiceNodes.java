package io.dronedelivery.system.simulation;

/** The processes that others call. */
record ServiceNodes(
        Node<AccountingService.Handlers> accounting,
        Node<PackagingService.Handlers> packaging,
        Node<DroneService.Handlers> drone,
        Node<TransportService.Handlers> transport,
        Node<DeliveryService.Handlers> delivery) {}
