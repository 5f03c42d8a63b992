package io.dronedelivery.supervisor.watch.domain;

import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.attempt;
import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.Alert.Act;
import io.dronedelivery.supervisor.watch.domain.Alert.ActKind;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Known;
import io.dronedelivery.supervisor.watch.domain.Alert.Status;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Change;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Entry;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Numbered;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Search;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of watched deliveries must do. */
public abstract class WatchedDeliveriesContract {
    private static final int ALL = 1_000;
    private static final Duration DUE_AFTER = Duration.ofMinutes(5);
    private static final WatchRunner.Limits LIMITS =
            new WatchRunner.Limits(DUE_AFTER, Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final String deliveryId = UUID.randomUUID().toString();

    protected abstract WatchedDeliveries watched();

    /** When this test takes place: others share the table, so each has a time of its own. */
    protected abstract Instant at();

    /** What was published of a delivery, once there are so many. */
    protected abstract List<DeliveryRequest> published(String deliveryId, int count);

    @Test
    public void aDeliveryIsWatchedOnce() {
        assertThat(add(ordered(deliveryId))).isTrue();
        assertThat(add(ordered(deliveryId))).isFalse();

        assertThat(entry().delivery()).isEqualTo(ordered(deliveryId));
        assertThat(done(watched().find(Set.of("other")))).isEmpty();
    }

    @Test
    public void everyDeliveryIsStoredAsItIs() {
        DeliveryMessages of = messages();
        MessageRecorder recorder = new MessageRecorder(DUE_AFTER, at());
        WatchedDelivery flown = Stream.of(
                        of.requested(),
                        of.created(version(2), attempt(1), of.scheduleId()),
                        of.pickedUp(version(3), attempt(1)))
                .reduce(ordered(deliveryId), recorder::add, (first, _) -> first);
        WatchedDelivery lost = recorder.add(flown, of.interrupted(version(4), attempt(1), DeliveryMessages.PLACE));
        Alert parcel = lost.alerts().getFirst();
        DeliverySnapshot snapshot =
                DeliverySnapshot.of(Optional.of(of.view(DeliveryStatus.RECOVERING, version(4), attempt(1), at())));
        WatchedDelivery overdue = new DeliveryCheck(
                        LIMITS, at().plus(DeliveryMessages.FLIGHT), new DeliverySnapshot.Unknown())
                .check(flown)
                .delivery();
        add(ordered(deliveryId));

        for (WatchedDelivery next : List.of(
                flown,
                lost,
                overdue,
                overdue.with(Flight.scheduled(1, 2, at()).interrupted(at())),
                lost.with(parcel.resolved(new Act(ActKind.RESOLVE, "Ada", at(), "fetched"))),
                lost.with(parcel.cleared("DeliveryCompleted", at())),
                lost.with(alert("silent", new DeliverySnapshot.Silent("no answer"))),
                lost.with(alert("known", snapshot)),
                recorder.add(lost, of.completed(version(5), attempt(1))))) {
            assertThat(done(watched().replace(entry(), next, List.of()))).isTrue();
            assertThat(entry().delivery()).isEqualTo(next);
        }
    }

    @Test
    public void aChangeByAnotherIsNotOverwritten() {
        WatchedDelivery delivery = ordered(deliveryId);
        add(delivery);
        Entry read = entry();
        DeliveryRequest again = messages().schedule();

        assertThat(done(watched().replace(read, delivery, List.of(again)))).isTrue();
        assertThat(done(watched().replace(read, lost(deliveryId), List.of(again))))
                .isFalse();

        assertThat(entry().delivery()).isEqualTo(delivery);
        assertThat(published(deliveryId, 1)).containsExactly(again);
    }

    @Test
    public void whatIsDueIsTakenOnceUntilTheLeaseEnds() {
        add(ordered(deliveryId));
        Instant due = at().plus(DUE_AFTER);
        Instant leaseEnd = due.plusSeconds(60);

        assertThat(taken(due.minusSeconds(1), leaseEnd)).isEmpty();
        Entry read = entry();
        assertThat(taken(due, leaseEnd)).extracting(Entry::delivery).containsExactly(ordered(deliveryId));
        assertThat(taken(due, leaseEnd)).isEmpty();
        assertThat(done(watched().replace(read, ordered(deliveryId), List.of())))
                .as("taken from under it")
                .isFalse();
        Entry again = taken(leaseEnd, leaseEnd.plusSeconds(60)).getFirst();
        assertThat(done(watched().replace(again, lost(deliveryId), List.of()))).isTrue();
    }

    @Test
    public void aDeliveryThatAwaitsNothingIsNeverDue() {
        add(lost(deliveryId));

        assertThat(taken(at().plus(Duration.ofDays(1)), at().plus(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    public void severalInstancesNeverTakeTheSame() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(number -> deliveryId + "-" + number)
                .toList();
        ids.forEach(id -> add(ordered(id)));
        Instant due = at().plus(DUE_AFTER);

        List<Uni<List<Entry>>> instances = IntStream.range(0, 8)
                .mapToObj(_ -> watched().takeDue(due, due.plusSeconds(60), 5))
                .toList();
        List<String> taken = done(Uni.join().all(instances).andFailFast()).stream()
                .flatMap(List::stream)
                .map(entry -> entry.delivery().deliveryId())
                .filter(ids::contains)
                .toList();

        assertThat(taken).doesNotHaveDuplicates();
        assertThat(taken.size() + taken(due, due.plusSeconds(60)).size()).isEqualTo(20);
    }

    @Test
    public void aRequestAndAnAlertLeadToTheirDelivery() {
        add(ordered(deliveryId));
        WatchedDelivery late = new MessageRecorder(DUE_AFTER, at())
                .add(ordered(deliveryId), messages().reschedule("change-" + deliveryId));
        WatchedDelivery lost = late.with(alert("parcel", new DeliverySnapshot.Unknown()));
        done(watched().replace(entry(), lost, List.of()));

        for (String requestId : List.of(messages().scheduleId(), "change-" + deliveryId)) {
            assertThat(done(watched().ofRequest(requestId)))
                    .hasValueSatisfying(found -> assertThat(found.delivery()).isEqualTo(lost));
        }
        assertThat(done(watched().ofAlert(lost.alerts().getFirst().id()))).contains(entry());
        assertThat(done(watched().ofRequest("other"))).isEmpty();
        assertThat(done(watched().ofAlert("other"))).isEmpty();
    }

    @Test
    public void theNewestAlertsAreListedFirstPageByPageByKindAndStatus() {
        WatchedDelivery delivery = ordered(deliveryId);
        add(delivery);
        for (String subject : List.of("1", "2", "3", "4")) {
            delivery = delivery.with(alert(subject, new DeliverySnapshot.Unknown()));
            done(watched().replace(entry(), delivery, List.of()));
        }
        delivery = delivery.with(delivery.alerts().get(1).cleared("it came", at()));
        done(watched().replace(entry(), delivery, List.of()));

        List<Numbered> first = alerts(Optional.empty(), Optional.empty(), Long.MAX_VALUE, 2);
        assertThat(subjects(first)).containsExactly("4", "3");
        assertThat(subjects(alerts(
                        Optional.empty(), Optional.empty(), first.getLast().number(), 2)))
                .containsExactly("2", "1");
        assertThat(subjects(alerts(Optional.of(Status.OPEN), Optional.empty(), Long.MAX_VALUE, ALL)))
                .containsExactly("4", "3", "1");
        assertThat(subjects(alerts(Optional.of(Status.CLEARED), Optional.empty(), Long.MAX_VALUE, ALL)))
                .containsExactly("2");
        assertThat(subjects(alerts(Optional.empty(), Optional.of(Kind.OVERDUE_FLIGHT), Long.MAX_VALUE, ALL)))
                .isEmpty();
    }

    @Test
    public void unansweredRequestsAreCountedWithTheOldest() {
        long before = done(watched().counts()).unanswered();
        Instant longAgo = Instant.parse("1900-01-01T00:00:00Z"); // before anything that other tests leave unanswered
        WatchedDelivery old = new MessageRecorder(DUE_AFTER, at())
                .add(WatchedDelivery.of(deliveryId), new DeliveryMessages(deliveryId, longAgo).schedule());
        add(old);

        assertThat(done(watched().counts()).unanswered()).isEqualTo(before + 1);
        assertThat(done(watched().counts()).oldest()).contains(longAgo);

        WatchedDelivery answered =
                new MessageRecorder(DUE_AFTER, at()).add(old, messages().completed(version(2), attempt(1)));
        done(watched().replace(entry(), answered.with(alert("1", new DeliverySnapshot.Unknown())), List.of()));
        assertThat(done(watched().counts()).unanswered()).isEqualTo(before);
        assertThat(done(watched().counts()).open().get(Kind.RECOVER_PARCEL)).isPositive();
    }

    private WatchedDelivery ordered(String id) {
        return new MessageRecorder(DUE_AFTER, at())
                .add(WatchedDelivery.of(id), new DeliveryMessages(id, at()).schedule());
    }

    private WatchedDelivery lost(String id) {
        DeliveryMessages of = new DeliveryMessages(id, at());
        MessageRecorder recorder = new MessageRecorder(DUE_AFTER, at());
        return recorder.add(
                recorder.add(WatchedDelivery.of(id), of.pickedUp(version(3), attempt(1))),
                of.interrupted(version(4), attempt(1), DeliveryMessages.PLACE));
    }

    private Alert alert(String subject, DeliverySnapshot snapshot) {
        return Alert.raise(
                Kind.RECOVER_PARCEL,
                deliveryId,
                subject,
                "what",
                new Known(messages().schedule(), snapshot, null, DeliveryMessages.PLACE),
                at());
    }

    private DeliveryMessages messages() {
        return new DeliveryMessages(deliveryId, at());
    }

    private Entry entry() {
        return done(watched().find(Set.of(deliveryId))).getFirst();
    }

    private List<Entry> taken(Instant now, Instant leaseEnd) {
        return done(watched().takeDue(now, leaseEnd, ALL)).stream()
                .filter(entry -> entry.delivery().deliveryId().startsWith(deliveryId))
                .toList();
    }

    private List<Numbered> alerts(Optional<Status> status, Optional<Kind> kind, long before, int limit) {
        return done(watched().alerts(new Search(status, kind, before, limit)));
    }

    private List<String> subjects(List<Numbered> alerts) {
        return alerts.stream()
                .map(Numbered::alert)
                .filter(alert -> alert.deliveryId().equals(deliveryId))
                .map(Alert::subject)
                .toList();
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }

    /** Whether it was stored as a new one. */
    private boolean add(WatchedDelivery delivery) {
        return done(watched().store(List.of(new Change(null, delivery)))).isEmpty();
    }
}
