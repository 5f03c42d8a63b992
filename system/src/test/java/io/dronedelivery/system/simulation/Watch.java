package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.drone.mission.domain.Mission;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.testing.invariants.Invariant;
import io.dronedelivery.testing.invariants.Snapshot;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks what happens: after every event what has changed by it, and at the end everything. */
final class Watch {
    private static final List<Invariant> ALWAYS = Arrays.stream(Invariant.values())
            .filter(Predicate.not(Invariant::whenQuiet))
            .toList();

    private final World world;
    private final StoredState storedState;
    private final SimulatedDrones simulatedDrones;
    private final Map<String, Means> carriedBy = new HashMap<>();
    private final Set<String> recovering = new HashSet<>();
    private final Set<String> published = new TreeSet<>();
    private int booked;

    Watch(World world, StoredState storedState, SimulatedDrones simulatedDrones) {
        this.world = world;
        this.storedState = storedState;
        this.simulatedDrones = simulatedDrones;
        storedState.delivery().onDecision(this::judge);
        storedState.log().events.onAppend(published::add);
        storedState.log().telemetry.onAppend(this::told);
    }

    /** What can't be is not in the stream, whoever said it. */
    private void told(String droneId) {
        DroneStream message = storedState.log().telemetry.messages(droneId).getLast();
        if (message instanceof DroneTelemetry seen
                && simulatedDrones.interference().isImpossible(seen)) {
            world.accuse(new Violation("WHAT_CANNOT_BE_IS_NOT_PUBLISHED", "published " + seen));
        }
    }

    /** An event changes a delivery or two, so only those are looked at. */
    void afterEvent() {
        int bookings = storedState.accounting().stored.ledger().size();
        if (published.isEmpty() && bookings == booked) {
            return;
        }
        List<DeliveryEvent> events = published.stream()
                .flatMap(key -> storedState.log().events.messages(key).stream())
                .toList();
        published.clear();
        booked = bookings;
        check(ALWAYS, storedState.ofMoment(events));
    }

    void atTheEnd() {
        check(List.of(Invariant.values()), storedState.snapshot());
        none("ACCOUNTS_AGREE_WITH_BILLS", storedState.accountsInDisagreement());
        none("CARRIERS_KNOW_WHAT_IS_CANCELLED", storedState.shipmentsInDisagreement());
        none("NOTHING_LEFT_UNANSWERED", storedState.unanswered());
        none("ALERTS_ARE_SETTLED", storedState.needlessAlerts());
        none("THE_FLEET_KNOWS_ITS_DRONES", misjudgedDrones());
    }

    /** The drones of which the fleet does not know yet, or never, what they said last. */
    List<String> misjudgedDrones() {
        return simulatedDrones.published().misjudged(this::known, world.instant());
    }

    private @Nullable Instant known(String droneId) {
        LastReport last = Done.now(storedState.drone().stored.drone(droneId))
                .orElseThrow()
                .lastReport();
        return last == null ? null : last.time();
    }

    private static void check(List<Invariant> invariants, Snapshot snapshot) {
        for (Invariant invariant : invariants) {
            none(invariant.name(), invariant.check(snapshot).violations());
        }
    }

    private static void none(String rule, List<String> violations) {
        if (!violations.isEmpty()) {
            throw new Violation(rule, String.join("; ", violations));
        }
    }

    /** Whether delivery decides what is true. */
    private void judge(DeliveryEvent event) {
        seen(event);
        switch (event) {
            case DeliveryCreated created -> assigned(created, created.assignment());
            case DeliveryRescheduled rescheduled -> {
                recovered(rescheduled);
                assigned(rescheduled, rescheduled.assignment());
            }
            case DeliveryInterrupted interrupted ->
                recovering.add(interrupted.header().deliveryId());
            case DeliveryCompleted completed -> completed(completed);
            default -> {}
        }
    }

    /** What a drone's message is the cause of, that very drone has said, of that very attempt, or the one it overtook. */
    private void seen(DeliveryEvent event) {
        Header header = event.header();
        Cause cause = header.cause();
        boolean said = cause.source() != Cause.Source.TELEMETRY
                || storedState.log().telemetry.messages(cause.reference()).stream()
                        .filter(message -> Objects.equals(message.sequence(), cause.sequence()))
                        .flatMap(message -> Stream.ofNullable(message.mission()))
                        .anyMatch(mission -> mission.deliveryId().equals(header.deliveryId())
                                && (mission.attempt() == header.attempt() || overtaken(cause)));
        if (!said) {
            world.accuse(new Violation("CAUSED_BY_WHAT_ITS_DRONE_SAID", event.eventId() + " is caused by " + cause));
        }
    }

    private static boolean overtaken(Cause cause) {
        return cause.rule().startsWith("overtaken: ");
    }

    /** After a failed flight nobody else is sent before its drone flies no further, and the parcel is where it was. */
    private void recovered(DeliveryEvent event) {
        String deliveryId = event.header().deliveryId();
        if (!recovering.remove(deliveryId)) {
            return;
        }
        if (carriedBy.get(deliveryId) != Means.DRONE) {
            return;
        }
        if (simulatedDrones.isFlown(deliveryId)) {
            world.accuse(
                    new Violation("RECOVERED_AFTER_ITS_DRONE_STOPPED", event.eventId() + " while a drone flies it"));
        }
        if (!simulatedDrones.parcels().atPickup(deliveryId)) {
            world.accuse(new Violation(
                    "RECOVERED_WITH_ITS_PARCEL", event.eventId() + " though the parcel is not at its pickup"));
        }
    }

    /** A third party carries only where the fleet itself has said that no drone can. */
    private void assigned(DeliveryEvent event, Assignment assignment) {
        String deliveryId = event.header().deliveryId();
        carriedBy.put(deliveryId, assignment.means());
        if (assignment.means() == Means.THIRD_PARTY
                && !refusedByFleet(deliveryId, event.header().attempt())) {
            world.accuse(new Violation(
                    "A_VAN_ONLY_WHERE_NO_DRONE_CAN", event.eventId() + " goes by van, but the fleet never refused it"));
        }
    }

    private boolean refusedByFleet(String deliveryId, int attempt) {
        return Done.now(storedState.drone().stored.find(deliveryId)).missions().stream()
                .anyMatch(mission -> mission instanceof Mission.Refused(int refused, Refusal code, String _)
                        && refused == attempt
                        && code.noDroneCan());
    }

    /** Nothing is completed that was not brought. */
    private void completed(DeliveryEvent event) {
        String deliveryId = event.header().deliveryId();
        if (carriedBy.get(deliveryId) == Means.DRONE
                && !simulatedDrones
                        .parcels()
                        .hasBrought(deliveryId, event.header().attempt())) {
            world.accuse(new Violation(
                    "COMPLETED_ONLY_WHAT_WAS_BROUGHT", event.eventId() + " completes what no drone has brought"));
        }
    }
}
