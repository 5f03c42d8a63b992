package io.dronedelivery.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.delivery.domain.Deliveries.Place;
import io.dronedelivery.delivery.domain.Deliveries.Search;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of deliveries does. */
public abstract class DeliveriesContract {
    private final String account = "account-" + UUID.randomUUID();

    protected abstract Deliveries deliveries();

    /** The ids of the events kept for publication, or published, of a delivery. */
    protected abstract List<String> outbox(String deliveryId);

    @Test
    void whatIsChangedIsFoundWithItsTimelineAndItsEventsAreKeptForPublication() {
        String id = begin(Given.NOW);
        Delivery found = find(id);
        assertThat(found.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(outbox(id)).containsExactly(id + "/1");
        assertThat(timeline(id, 0)).singleElement().satisfies(event -> assertThat(event.eventId())
                .isEqualTo(id + "/1"));
        assertThat(timeline(id, 1)).isEmpty();
    }

    @Test
    void whatIsNotChangedIsNotStored() {
        String id = "d-" + UUID.randomUUID();
        Boolean known = get(deliveries().change(id, found -> Decision.unchanged(found.isPresent())));
        assertThat(known).isFalse();
        assertThat(get(deliveries().find(id))).isEmpty();
    }

    @Test
    void aDecisionThatFailsChangesNothing() {
        String id = begin(Given.NOW);
        assertThatThrownBy(() -> get(deliveries().change(id, _ -> {
                    throw new IllegalStateException("broken");
                })))
                .hasMessageContaining("broken");
        assertThat(outbox(id)).hasSize(1);
    }

    @Test
    void twoChangesAtOnceBothSeeTheOther() {
        ScheduleDelivery request = request(Given.NOW);
        List<Uni<Optional<Object>>> changes = IntStream.range(0, 8)
                .mapToObj(_ -> deliveries()
                        .change(
                                request.deliveryId(),
                                known -> new Decision<>(
                                        Rules.decide(known, request, null, Given.NOW), Optional.empty())))
                .toList();
        get(Uni.join().all(changes).andFailFast());
        assertThat(outbox(request.deliveryId())).containsExactly(request.deliveryId() + "/1");
    }

    @Test
    void severalAreChangedAtOnceAndWhatHasEndedOrIsUnknownIsPassedOver() {
        String one = begin(Given.NOW);
        String other = begin(Given.NOW);
        String ended = begin(Given.NOW);
        cancel(ended);
        get(deliveries()
                .changeAll(
                        Set.of(one, other, ended, "unknown-" + UUID.randomUUID()),
                        delivery ->
                                Optional.of(Change.of(((Changeable) delivery).cancel("c", null, moment(delivery))))));
        assertThat(find(one).status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertThat(find(other).status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertThat(outbox(other)).containsExactly(other + "/1", other + "/2");
        assertThat(outbox(ended)).containsExactly(ended + "/1", ended + "/2");
    }

    @Test
    void whatIsOnlyKnownBetterIsStoredWithoutAnEvent() {
        String id = begin(Given.NOW);
        get(deliveries()
                .changeAll(
                        Set.of(id),
                        delivery -> Optional.of(
                                Change.quiet(delivery.on(delivery.dossier().halting("r", "said no"))))));
        assertThat(find(id).dossier().halted()).containsEntry("r", "said no");
        assertThat(outbox(id)).hasSize(1);
    }

    @Test
    void changesInBatchesAndOneByOneDoNotLoseEachOther() {
        String id = begin(Given.NOW);
        List<Uni<Void>> changes = IntStream.range(0, 6)
                .mapToObj(number -> number % 2 == 0
                        ? deliveries().changeAll(Set.of(id), delivery -> Optional.of(halting(delivery, number)))
                        : deliveries()
                                .change(id, known -> Decision.of(halting(known.orElseThrow(), number), true))
                                .replaceWithVoid())
                .toList();
        get(Uni.join().all(changes).andFailFast());
        assertThat(find(id).dossier().halted()).hasSize(6);
    }

    @Test
    void anAccountsDeliveriesComeInPagesNewestFirst() {
        String first = begin(Given.NOW);
        String second = begin(Given.NOW.plusMillis(1));
        String third = begin(Given.NOW.plusMillis(2));
        cancel(second);
        assertThat(page(new Search(account, null, null, null, 2))).containsExactly(third, second);
        Place after = new Place(Given.NOW.plusMillis(1), second);
        assertThat(page(new Search(account, null, null, after, 2))).containsExactly(first);
        assertThat(page(new Search(account, DeliveryStatus.CANCELLED, null, null, 9)))
                .containsExactly(second);
        assertThat(page(new Search(account, null, "order-1", null, 9))).containsExactly(third, second, first);
        assertThat(page(new Search(account, null, "order-2", null, 9))).isEmpty();
        assertThat(page(new Search("someone-else", null, null, null, 9))).isEmpty();
    }

    @Test
    void whatIsRecoveredAndReturnedIsKeptAsItWasDecided() {
        ScheduleDelivery request = request(Given.NOW);
        String id = request.deliveryId();
        change(id, known -> Rules.open(known, request, null, Given.NOW));
        change(id, known -> Rules.decide(known, 1, Given.byDrone(request.requestId()), Given.NOW));
        MissionReference mission = new MissionReference(id, 1, false);
        List<DroneStream> lostAndStopped = List.of(
                new LinkLost(Given.DRONE, 7, Given.NOW, mission),
                new FlightStopped(Given.DRONE, 7, Given.NOW, mission, Because.WRITTEN_OFF));
        get(deliveries().changeAll(Set.of(id), known -> Rules.decide(known, lostAndStopped, Given.NOW)));
        assertThat(find(id)).isInstanceOfSatisfying(Delivery.Recovering.class, recovering -> assertThat(
                        recovering.carriage().mayFlyOn())
                .isFalse());
        change(id, known -> Rules.decide(known, 1, Given.closure(1, Remedy.RETURNED), Given.NOW));
        assertThat(find(id)).isInstanceOf(Ended.Returned.class);
        assertThat(page(new Search(account, DeliveryStatus.RETURNED, null, null, 9)))
                .containsExactly(id);
        assertThat(outbox(id)).hasSize(4);
        get(deliveries().changeAll(Set.of(id), ended -> {
            throw new AssertionError("it has ended: " + ended);
        }));
    }

    @Test
    void whatIsScheduledAnewIsKeptWithItsRequest() {
        ScheduleDelivery request = request(Given.NOW);
        String id = request.deliveryId();
        change(id, known -> Rules.open(known, request, null, Given.NOW));
        change(id, known -> Rules.decide(known, 1, Given.byCarrier(request.requestId()), Given.NOW));
        change(id, known -> Rules.decide(known, 1, new Interruption(Refusal.OVERDUE, "late"), Given.NOW));
        Closing closing =
                change(id, known -> Rules.decide(known, 1, Given.closure(1, Remedy.SCHEDULE_ANEW), Given.NOW));
        assertThat(find(id)).isInstanceOf(Delivery.Restarting.class);
        Closing again = change(id, known -> Rules.decide(known, 1, Given.closure(1, null), Given.NOW));
        assertThat(again).isEqualTo(closing);
    }

    private <R> R change(String id, Function<Optional<Delivery>, Decision<R>> decide) {
        return get(deliveries().change(id, decide));
    }

    private String begin(Instant requestedAt) {
        ScheduleDelivery request = request(requestedAt);
        get(deliveries()
                .change(
                        request.deliveryId(),
                        known -> new Decision<>(Rules.decide(known, request, null, Given.NOW), true)));
        return request.deliveryId();
    }

    private ScheduleDelivery request(Instant requestedAt) {
        String id = "d-" + UUID.randomUUID();
        return new ScheduleDelivery(
                "request-" + id, id, account, requestedAt, Given.order(Given.PICKUP, Given.DROPOFF, Confirmation.NONE));
    }

    private void cancel(String id) {
        get(deliveries()
                .change(
                        id,
                        known -> Decision.of(
                                Change.of(((Changeable) known.orElseThrow())
                                        .cancel("c", null, moment(known.orElseThrow()))),
                                true)));
    }

    private static Change halting(Delivery delivery, int number) {
        return Change.quiet(delivery.on(delivery.dossier().halting("r" + number, "said no")));
    }

    private static Moment moment(Delivery delivery) {
        return new Moment(
                Given.NOW, Cause.of(Cause.Source.REQUEST, delivery.dossier().requestId(), "tested"));
    }

    private Delivery find(String id) {
        return get(deliveries().find(id)).orElseThrow();
    }

    private List<DeliveryEvent> timeline(String id, long afterVersion) {
        return get(deliveries().timeline(id, afterVersion));
    }

    private List<String> page(Search search) {
        return get(deliveries().page(search)).stream()
                .map(delivery -> delivery.dossier().deliveryId())
                .toList();
    }

    private static <T> T get(Uni<T> asked) {
        return asked.await().indefinitely();
    }
}
