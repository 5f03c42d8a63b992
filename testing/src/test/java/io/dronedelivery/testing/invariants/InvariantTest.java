package io.dronedelivery.testing.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.testing.invariants.Snapshot.Holding;
import io.dronedelivery.testing.invariants.Snapshot.LedgerEntry;
import io.dronedelivery.testing.invariants.Snapshot.StoredCharge;
import io.dronedelivery.testing.invariants.Snapshot.StoredDelivery;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InvariantTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeliveryRequest REQUEST = Orders.schedule("d", "acme", AT);
    private static final List<DeliveryEvent> EVENTS = List.of(
            new DeliveryEvent.DeliveryRequested(
                    header(1, DeliveryStatus.PENDING), REQUEST.requestId(), Orders.order(AT)),
            new DeliveryEvent.DeliveryCreated(
                    header(2, DeliveryStatus.SCHEDULED),
                    REQUEST.requestId(),
                    Orders.order(AT),
                    new Assignment(Assignment.Means.DRONE, "drone-1", null, 18.0, AT, AT),
                    new Money(100, "EUR")),
            new DeliveryEvent.DeliveryCompleted(header(3, DeliveryStatus.COMPLETED)));

    private final World world = new World();

    @Test
    void everyInvariantHoldsInACorrectSystem() {
        assertThat(Arrays.stream(Invariant.values()).map(invariant -> invariant.check(world.snapshot())))
                .allSatisfy(finding ->
                        assertThat(finding.holds()).as(finding.toString()).isTrue());
    }

    @Test
    void noInvariantHoldsInAnEmptySystem() {
        Snapshot empty = new Snapshot(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(Arrays.stream(Invariant.values()).map(invariant -> invariant.check(empty)))
                .noneMatch(Finding::holds);
    }

    @Test
    void aRequestThatNobodyKnowsIsFound() {
        world.requests = List.of(REQUEST, Orders.schedule("lost", "acme", AT));

        assertThat(violations(Invariant.EVERY_REQUEST_ENDS))
                .containsExactly("ScheduleDelivery request-lost of lost was accepted, but the delivery is not known");
    }

    @Test
    void aChangeThatWasNeverAnsweredIsFound() {
        world.requests = List.of(REQUEST, new DeliveryRequest.CancelDelivery("cancel-1", "d", "acme", AT, null));

        assertThat(violations(Invariant.EVERY_REQUEST_ENDS))
                .containsExactly("CancelDelivery cancel-1 of d was never answered by an event");
    }

    @Test
    void aDroneThatIsStillHeldAfterTheEndIsFound() {
        world.holdings = List.of(new Holding(Holding.Kind.DRONE, "d", 1, "drone-1"));

        assertThat(violations(Invariant.NOTHING_HELD_AFTER_THE_END))
                .containsExactly("d has ended, but attempt 1 still holds DRONE drone-1");
    }

    @Test
    void aDroneWithTwoDeliveriesAndADeliveryWithTwoCarriersAreFound() {
        world.holdings = List.of(
                new Holding(Holding.Kind.DRONE, "x", 1, "drone-1"),
                new Holding(Holding.Kind.DRONE, "y", 1, "drone-1"),
                new Holding(Holding.Kind.SHIPMENT, "y", 1, "overland"));

        assertThat(violations(Invariant.ONE_CARRIER_AT_A_TIME)).hasSize(2);
    }

    @Test
    void aRepeatOnTheTopicIsNoViolation() {
        world.published = Stream.of(EVENTS, EVENTS).flatMap(List::stream).toList();

        assertThat(violations(Invariant.PUBLISHED_ONCE_IN_ORDER)).isEmpty();
    }

    @Test
    void aGapOnTheTopicIsFound() {
        world.published = List.of(EVENTS.get(0), EVENTS.get(2));

        assertThat(violations(Invariant.NEVER_OUT_OF_ORDER))
                .containsExactly("d/3 was published where version 2 was due");
        assertThat(violations(Invariant.PUBLISHED_ONCE_IN_ORDER))
                .contains("d/2 was decided, but not published as decided");
    }

    @Test
    void anEventThatNobodyDecidedIsFound() {
        world.decided = EVENTS.subList(0, 2);

        assertThat(violations(Invariant.PUBLISHED_ONCE_IN_ORDER))
                .contains("d/3 was published, but never decided")
                .anyMatch(violation -> violation.contains("its 2 events fold to SCHEDULED"));
    }

    @Test
    void aBookingThatDoesNotSumToZeroIsFound() {
        world.ledger = List.of(new LedgerEntry("t", "EUR", 100), new LedgerEntry("t", "EUR", -99));

        assertThat(violations(Invariant.LEDGER_BALANCES)).containsExactly("booking t in EUR sums to 1");
    }

    @Test
    void aDeliveryThatNobodyPaidForIsFound() {
        world.charges = List.of(new StoredCharge("d", 1, Charges.State.VOIDED));

        assertThat(violations(Invariant.CAPTURED_IFF_COMPLETED)).containsExactly("d is COMPLETED and captured 0 times");
    }

    private List<String> violations(Invariant invariant) {
        return invariant.check(world.snapshot()).violations();
    }

    private static Header header(long version, DeliveryStatus status) {
        return new Header("d", version, "acme", 1, status, AT, Cause.of(Cause.Source.REQUEST, "r", "asked for"));
    }

    /** One delivery that went well; a test breaks one part of it. */
    private static final class World {
        List<DeliveryRequest> requests = List.of(REQUEST);
        List<DeliveryEvent> published = EVENTS;
        List<DeliveryEvent> decided = EVENTS;
        List<Holding> holdings = List.of();
        List<StoredCharge> charges = List.of(new StoredCharge("d", 1, Charges.State.CAPTURED));
        List<LedgerEntry> ledger = List.of(new LedgerEntry("t", "EUR", 100), new LedgerEntry("t", "EUR", -100));

        Snapshot snapshot() {
            return new Snapshot(
                    requests,
                    published,
                    decided,
                    List.of(new StoredDelivery("d", DeliveryStatus.COMPLETED, 3)),
                    holdings,
                    charges,
                    ledger);
        }
    }
}
