package io.dronedelivery.system.simulation;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.packaging.domain.PackagingDomain;
import io.dronedelivery.transport.domain.TransportDomain;

/** The processes that others call. */
record ServiceNodes(
        Node<AccountingDomain> accounting,
        Node<PackagingDomain> packaging,
        Node<DroneService.Handlers> drone,
        Node<TransportDomain> transport,
        Node<DeliveryDomain> delivery) {}
