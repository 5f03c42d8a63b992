package io.dronedelivery.delivery.domain.decision;

import static io.dronedelivery.delivery.domain.Given.FIRST_ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.RefusedChange;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.attempt.AttemptRules;
import io.dronedelivery.delivery.domain.attempt.ClosureAnswer;
import io.dronedelivery.delivery.domain.attempt.ClosureRules;
import io.dronedelivery.delivery.domain.decision.Deliveries.Place;
import io.dronedelivery.delivery.domain.decision.Deliveries.Search;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Recovering;
import io.dronedelivery.delivery.domain.lifecycle.Restarting;
import io.dronedelivery.delivery.domain.lifecycle.Trigger;
import io.dronedelivery.delivery.domain.request.RequestRules;
import io.dronedelivery.delivery.domain.tracking.TrackingRules;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of deliveries does. */
public abstract class DeliveriesContract {
    private static final RequestRules REQUESTS = new RequestRules(null, Given.NOW);
    private static final AttemptRules ATTEMPTS = new AttemptRules(Given.NOW);
    private static final ClosureRules CLOSURES = new ClosureRules(Given.NOW);

    private final String account = "account-" + UUID.randomUUID();

    protected abstract Deliveries deliveries();

    /** The ids of the events kept for publication, or published, of a delivery. */
    protected abstract List<String> outbox(String deliveryId);

    @Test
    void anUpdatedDeliveryIsFoundWithItsTimelineAndItsEventsAreInTheOutbox() {
        String id = begin(Given.NOW);
        Delivery found = find(id);
        assertThat(found.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(outbox(id)).containsExactly(id + "/1");
        assertThat(timeline(id, 0)).singleElement().satisfies(event -> assertThat(event.eventId())
                .isEqualTo(id + "/1"));
        assertThat(timeline(id, 1)).isEmpty();
        assertThat(get(deliveries().versions(Set.of(id, "unknown")))).isEqualTo(Map.of(id, 1L));
    }

    @Test
    void aDecisionWithoutAnUpdateStoresNothing() {
        String id = "d-" + UUID.randomUUID();
        Boolean known = get(deliveries().update(id, found -> Decision.unchanged(found.isPresent())));
        assertThat(known).isFalse();
        assertThat(get(deliveries().find(id))).isEmpty();
    }

    @Test
    void aDecisionThatFailsChangesNothing() {
        String id = begin(Given.NOW);
        assertThatThrownBy(() -> get(deliveries().update(id, _ -> {
                    throw new IllegalStateException("broken");
                })))
                .hasMessageContaining("broken");
        assertThat(outbox(id)).hasSize(1);
    }

    @Test
    void ofTwoConcurrentUpdatesTheSecondSeesTheFirst() {
        ScheduleDelivery request = request(Given.NOW);
        List<Uni<Optional<Object>>> updates = IntStream.range(0, 8)
                .mapToObj(_ -> deliveries()
                        .update(
                                request.deliveryId(),
                                known -> new Decision<>(REQUESTS.receive(known, request), Optional.empty())))
                .toList();
        get(Uni.join().all(updates).andFailFast());
        assertThat(outbox(request.deliveryId())).containsExactly(request.deliveryId() + "/1");
    }

    @Test
    void severalAreUpdatedAtOnceButNoneThatHasEndedOrIsUnknown() {
        String one = begin(Given.NOW);
        String other = begin(Given.NOW);
        String ended = begin(Given.NOW);
        cancel(ended);
        get(deliveries()
                .updateAll(
                        Set.of(one, other, ended, "unknown-" + UUID.randomUUID()),
                        delivery -> Optional.of(
                                Update.of(((Delivery.Changeable) delivery).cancel("c", null, trigger(delivery))))));
        assertThat(find(one).status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertThat(find(other).status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertThat(outbox(other)).containsExactly(other + "/1", other + "/2");
        assertThat(outbox(ended)).containsExactly(ended + "/1", ended + "/2");
    }

    @Test
    void anUpdateWithoutAnEventIsStored() {
        String id = begin(Given.NOW);
        get(deliveries()
                .updateAll(
                        Set.of(id),
                        delivery -> Optional.of(
                                Update.silent(delivery.with(delivery.record().withHalted("r", "said no"))))));
        assertThat(find(id).record().halted()).containsEntry("r", "said no");
        assertThat(outbox(id)).hasSize(1);
    }

    @Test
    void updatesInBatchesAndOneByOneDoNotOverwriteEachOther() {
        String id = begin(Given.NOW);
        List<Uni<Void>> updates = IntStream.range(0, 6)
                .mapToObj(number -> number % 2 == 0
                        ? deliveries().updateAll(Set.of(id), delivery -> Optional.of(halting(delivery, number)))
                        : deliveries()
                                .update(id, known -> Decision.of(halting(known.orElseThrow(), number), true))
                                .replaceWithVoid())
                .toList();
        get(Uni.join().all(updates).andFailFast());
        assertThat(find(id).record().halted()).hasSize(6);
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
    void ofManyDeliveriesThoseOfTheAccountAreFoundOrOfAnyAccount() {
        String first = begin(Given.NOW);
        String second = begin(Given.NOW);
        Set<String> asked = Set.of(first, second, "unheard-of");
        assertThat(get(deliveries().findAll(account, asked)))
                .extracting(found -> found.delivery().record().deliveryId())
                .containsExactlyElementsOf(new TreeSet<>(Set.of(first, second)));
        assertThat(get(deliveries().findAll("someone-else", asked))).isEmpty();
        assertThat(get(deliveries().findAll(asked)))
                .extracting(found -> found.record().deliveryId())
                .containsExactlyElementsOf(new TreeSet<>(Set.of(first, second)));
    }

    @Test
    void thoseThatGoOnAreCountedByStatus() {
        begin(Given.NOW);
        begin(Given.NOW);
        cancel(begin(Given.NOW));
        Map<DeliveryStatus, Long> underWay = get(deliveries().underWay());
        assertThat(underWay.get(DeliveryStatus.PENDING)).isGreaterThanOrEqualTo(2);
        assertThat(underWay.keySet()).noneMatch(DeliveryStatus::terminal);
    }

    @Test
    void aDeliveryIsFoundWithItsEndThoughAChangeWasRefusedSinceThen() {
        Instant dayAfter = Given.NOW.plus(Duration.ofDays(1));
        String goesOn = begin(Given.NOW);
        String ended = begin(Given.NOW);
        cancel(ended);
        update(ended, known -> refusing(known.orElseThrow(), dayAfter));
        assertThat(find(ended).record().changedAt()).isEqualTo(dayAfter);

        assertThat(get(deliveries().findAll(account, Set.of(goesOn, ended))))
                .extracting(found -> found.delivery().record().deliveryId(), Deliveries.Dated::endedAt)
                .containsExactlyInAnyOrder(tuple(goesOn, null), tuple(ended, Given.NOW));
    }

    private static Decision<Boolean> refusing(Delivery delivery, Instant at) {
        Trigger late = new Trigger(at, Cause.of(Cause.Source.REQUEST, "late", "tested"));
        RefusedChange refused = new RefusedChange("late", Refusal.ALREADY_ENDED, "It has ended.");
        return Decision.of(Update.of(delivery.refuseChange(refused, late)), true);
    }

    @Test
    void aDeliveryThatIsRecoveringAndThenReturnedIsStoredAsDecided() {
        ScheduleDelivery request = request(Given.NOW);
        String id = request.deliveryId();
        update(id, known -> REQUESTS.open(known, request));
        update(id, known -> ATTEMPTS.schedule(known, FIRST_ATTEMPT, Given.byDrone(request.requestId())));
        MissionReference mission = new MissionReference(id, 1, false);
        List<DroneStream> lostAndStopped = List.of(
                new LinkLost(Given.DRONE, 7, Given.NOW, mission),
                new FlightStopped(Given.DRONE, 7, Given.NOW, mission, Because.WRITTEN_OFF));
        get(deliveries().updateAll(Set.of(id), known -> new TrackingRules(Given.NOW).observe(known, lostAndStopped)));
        assertThat(find(id)).isInstanceOfSatisfying(Recovering.class, recovering -> assertThat(
                        recovering.transport().mayFlyOn())
                .isFalse());
        update(id, known -> CLOSURES.close(known, FIRST_ATTEMPT, Given.closure(FIRST_ATTEMPT, Remedy.RETURNED)));
        assertThat(find(id)).isInstanceOfSatisfying(Ended.class, ended -> assertThat(ended.ending())
                .isEqualTo(Ended.Ending.RETURNED));
        assertThat(page(new Search(account, DeliveryStatus.RETURNED, null, null, 9)))
                .containsExactly(id);
        assertThat(outbox(id)).hasSize(4);
        get(deliveries().updateAll(Set.of(id), ended -> {
            throw new AssertionError("it has ended: " + ended);
        }));
    }

    @Test
    void aDeliveryThatIsScheduledAnewIsStoredWithTheRequestOfItsClosure() {
        ScheduleDelivery request = request(Given.NOW);
        String id = request.deliveryId();
        update(id, known -> REQUESTS.open(known, request));
        update(id, known -> ATTEMPTS.schedule(known, FIRST_ATTEMPT, Given.byCarrier(request.requestId())));
        update(id, known -> ATTEMPTS.interrupt(known, FIRST_ATTEMPT, new Interruption(Refusal.OVERDUE, "late")));
        ClosureAnswer first = update(
                id, known -> CLOSURES.close(known, FIRST_ATTEMPT, Given.closure(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW)));
        assertThat(find(id)).isInstanceOf(Restarting.class);
        ClosureAnswer again =
                update(id, known -> CLOSURES.close(known, FIRST_ATTEMPT, Given.closure(FIRST_ATTEMPT, null)));
        assertThat(again).isEqualTo(first);
    }

    private <R> R update(String id, Function<Optional<Delivery>, Decision<R>> decide) {
        return get(deliveries().update(id, decide));
    }

    protected final String begin(Instant requestedAt) {
        ScheduleDelivery request = request(requestedAt);
        get(deliveries().update(request.deliveryId(), known -> new Decision<>(REQUESTS.receive(known, request), true)));
        return request.deliveryId();
    }

    private ScheduleDelivery request(Instant requestedAt) {
        String id = "d-" + UUID.randomUUID();
        return new ScheduleDelivery(
                "request-" + id, id, account, requestedAt, Given.order(Given.PICKUP, Given.DROPOFF, Confirmation.NONE));
    }

    private void cancel(String id) {
        get(deliveries()
                .update(
                        id,
                        known -> Decision.of(
                                Update.of(((Delivery.Changeable) known.orElseThrow())
                                        .cancel("c", null, trigger(known.orElseThrow()))),
                                true)));
    }

    protected static Update halting(Delivery delivery, int number) {
        return Update.silent(delivery.with(delivery.record().withHalted("r" + number, "said no")));
    }

    private static Trigger trigger(Delivery delivery) {
        return new Trigger(
                Given.NOW, Cause.of(Cause.Source.REQUEST, delivery.record().requestId(), "tested"));
    }

    private Delivery find(String id) {
        return get(deliveries().find(id)).orElseThrow();
    }

    private List<DeliveryEvent> timeline(String id, long afterVersion) {
        return get(deliveries().timeline(id, afterVersion));
    }

    private List<String> page(Search search) {
        return get(deliveries().page(search)).stream()
                .map(delivery -> delivery.record().deliveryId())
                .toList();
    }

    protected static <T> T get(Uni<T> asked) {
        return asked.await().indefinitely();
    }
}
