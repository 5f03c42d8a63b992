package io.dronedelivery.system.simulation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;

import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.packaging.Packages;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.testing.invariants.Snapshot;
import io.dronedelivery.testing.invariants.Snapshot.Holding;
import io.dronedelivery.testing.invariants.Snapshot.LedgerEntry;
import io.dronedelivery.testing.invariants.Snapshot.StoredCharge;
import io.dronedelivery.testing.invariants.Snapshot.StoredDelivery;
import io.dronedelivery.transport.domain.Answer;
import io.dronedelivery.transport.domain.overland.Job;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Counts what all services have stored. */
record StoredState(
        World world,
        Log log,
        AccountingService accounting,
        PackagingService packaging,
        DroneService drone,
        TransportService transport,
        DeliveryService delivery,
        SupervisorService supervisor) {

    Snapshot snapshot() {
        return new Snapshot(
                log.requests.all(), log.events.all(), decided(), deliveries(), holdings(), charges(), ledger());
    }

    /** What can be checked at any moment: these events, and the ledger. */
    Snapshot ofMoment(List<DeliveryEvent> published) {
        return new Snapshot(List.of(), published, List.of(), List.of(), List.of(), List.of(), ledger());
    }

    /** Whether every delivery that was asked for has ended. */
    boolean everythingEnded() {
        return log.requests.keys().size() == delivery.stored.all().size()
                && delivery.stored.all().stream()
                        .allMatch(known -> known.status().terminal());
    }

    private List<DeliveryEvent> decided() {
        return delivery.stored.all().stream()
                .flatMap(known -> Done.now(delivery.stored.timeline(view(known).deliveryId(), 0)).stream())
                .toList();
    }

    private List<StoredDelivery> deliveries() {
        return delivery.stored.all().stream()
                .map(this::view)
                .map(view -> new StoredDelivery(view.deliveryId(), view.status(), view.version()))
                .toList();
    }

    private DeliveryView view(Delivery known) {
        return DeliveryViews.of(known, null, world.instant());
    }

    List<Holding> holdings() {
        Stream<Holding> drones = Done.now(drone.stored.drones()).stream().flatMap(StoredState::drone);
        Stream<Holding> shipments = transport.stored.all().stream()
                .flatMap(consignment -> consignment
                        .holding()
                        .map(attempt ->
                                new Holding(Holding.Kind.SHIPMENT, consignment.deliveryId(), attempt, "overland"))
                        .stream());
        Stream<Holding> packages = packaging.stored.all().stream()
                .flatMap(custody -> custody.current().stream())
                .filter(known -> known.state() == Packages.State.REGISTERED || known.state() == Packages.State.IN_HAND)
                .map(known -> new Holding(
                        Holding.Kind.PACKAGE,
                        known.packageId(),
                        known.attempt(),
                        known.state().name()));
        Stream<Holding> money = accounting.stored.bills().stream()
                .flatMap(bill -> bill.open().stream())
                .map(charge ->
                        new Holding(Holding.Kind.MONEY, charge.deliveryId(), charge.attempt(), charge.accountId()));
        return Stream.of(drones, shipments, packages, money)
                .flatMap(holding -> holding)
                .toList();
    }

    private static Stream<Holding> drone(DroneState drone) {
        return Stream.ofNullable(drone.heldFor())
                .map(mission ->
                        new Holding(Holding.Kind.DRONE, mission.deliveryId(), mission.attempt(), drone.droneId()));
    }

    private List<StoredCharge> charges() {
        return accounting.stored.bills().stream()
                .flatMap(bill -> bill.current().stream())
                .map(charge -> new StoredCharge(charge.deliveryId(), charge.attempt(), charge.state()))
                .toList();
    }

    /** The accounts whose sum of what is held is not what their bills hold. */
    List<String> accountsInDisagreement() {
        Map<String, Long> held = accounting.stored.bills().stream()
                .flatMap(bill -> bill.open().stream())
                .collect(groupingBy(
                        Charge::accountId, summingLong(charge -> charge.amount().minor())));
        return accounting.stored.accounts().stream()
                .filter(account -> account.held().minor() != held.getOrDefault(account.accountId(), 0L))
                .map(account -> account.accountId() + " holds " + account.held() + ", its bills "
                        + held.getOrDefault(account.accountId(), 0L))
                .toList();
    }

    /** The shipments that transport takes for cancelled, but whose carrier is under way or about to be. */
    List<String> shipmentsInDisagreement() {
        Set<String> driven = transport.jobs.all().stream()
                .filter(job -> job.next().isPresent())
                .map(Job::reference)
                .collect(toSet());
        return transport.stored.all().stream()
                .flatMap(consignment -> consignment.answers().stream())
                .filter(Answer.Over.class::isInstance)
                .map(over -> ((Answer.Over) over).shipment())
                .filter(shipment -> shipment.stage() == Stage.CANCELLED && driven.contains(shipment.reference()))
                .map(shipment -> shipment.deliveryId() + "/" + shipment.attempt()
                        + " is cancelled, but its carrier does not know")
                .toList();
    }

    /** The requests that the supervisor's watch still waits for. */
    List<String> unanswered() {
        return supervisor.watched.all().stream()
                .flatMap(known -> known.unanswered().stream())
                .map(request -> request.requestId() + " of " + request.deliveryId() + " is still watched")
                .toList();
    }

    /** The open alerts that are not of a parcel which lies about, its delivery given up without anybody having decided so. */
    List<String> needlessAlerts() {
        Set<String> failed = deliveries().stream()
                .filter(delivery -> delivery.status() == DeliveryStatus.FAILED)
                .map(StoredDelivery::deliveryId)
                .collect(toSet());
        Set<String> decided = supervisor.compensations.all().stream()
                .filter(compensation -> compensation.decision().isPresent())
                .map(compensation -> compensation.deliveryId() + "/" + compensation.attempt())
                .collect(toSet());
        return supervisor.watched.all().stream()
                .flatMap(known -> known.alerts().stream())
                .filter(alert -> alert.status() == Alert.Status.OPEN)
                .filter(alert -> alert.kind() != Alert.Kind.RECOVER_PARCEL
                        || !failed.contains(alert.deliveryId())
                        || decided.contains(alert.deliveryId() + "/" + alert.subject()))
                .map(alert -> alert.id() + " is still open: " + alert.what())
                .toList();
    }

    private List<LedgerEntry> ledger() {
        return accounting.stored.ledger().stream()
                .flatMap(transaction -> transaction.entries().stream()
                        .map(entry ->
                                new LedgerEntry(transaction.transactionId(), transaction.currency(), entry.minor())))
                .toList();
    }
}
