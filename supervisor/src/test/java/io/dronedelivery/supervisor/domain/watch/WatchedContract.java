package io.dronedelivery.supervisor.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Alert.Act;
import io.dronedelivery.supervisor.domain.watch.Alert.Doing;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Known;
import io.dronedelivery.supervisor.domain.watch.Alert.Status;
import io.dronedelivery.supervisor.domain.watch.Watched.Entry;
import io.dronedelivery.supervisor.domain.watch.Watched.Numbered;
import io.dronedelivery.supervisor.domain.watch.Watched.Search;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every place where what is watched is kept must do. */
public abstract class WatchedContract {
    private static final int ALL = 1_000;
    private static final Duration DUE_AFTER = Duration.ofMinutes(5);
    private static final Limits LIMITS =
            new Limits(DUE_AFTER, Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final String deliveryId = UUID.randomUUID().toString();

    protected abstract Watched watched();

    /** When this test takes place: others share the table, so each has a time of its own. */
    protected abstract Instant at();

    /** What was published of a delivery, once there are so many. */
    protected abstract List<DeliveryRequest> published(String deliveryId, int count);

    @Test
    public void aDeliveryIsWatchedOnce() {
        assertThat(done(watched().add(ordered(deliveryId)))).isTrue();
        assertThat(done(watched().add(ordered(deliveryId)))).isFalse();

        assertThat(entry().course()).isEqualTo(ordered(deliveryId));
        assertThat(done(watched().find("other"))).isEmpty();
    }

    @Test
    public void everythingIsKeptAsItIs() {
        Tidings of = tidings();
        Hearing hearing = new Hearing(LIMITS, at());
        Course flown = Stream.of(of.requested(), of.created(2, 1, of.scheduleId()), of.pickedUp(3, 1))
                .reduce(ordered(deliveryId), hearing::hear, (first, _) -> first);
        Course lost = hearing.hear(flown, of.interrupted(4, 1, Tidings.PLACE));
        Alert parcel = lost.alerts().getFirst();
        Sight sight = Sight.of(Optional.of(of.view(DeliveryStatus.RECOVERING, 4, 1, at())));
        Course overdue = new Look(LIMITS, at().plus(Tidings.FLIGHT), new Sight.Unknown())
                .at(flown)
                .course();
        done(watched().add(ordered(deliveryId)));

        for (Course next : List.of(
                flown,
                lost,
                overdue,
                overdue.with(Flight.scheduled(1, 2, at()).interrupted(at())),
                lost.with(parcel.resolved(new Act(Doing.RESOLVE, "Ada", at(), "fetched"))),
                lost.with(parcel.cleared("DeliveryCompleted", at())),
                lost.with(alert("silent", new Sight.Silent("no answer"))),
                lost.with(alert("known", sight)),
                hearing.hear(lost, of.completed(5, 1)))) {
            assertThat(done(watched().replace(entry(), next, List.of()))).isTrue();
            assertThat(entry().course()).isEqualTo(next);
        }
    }

    @Test
    public void whatAnotherHasChangedIsNotReplaced() {
        Course course = ordered(deliveryId);
        done(watched().add(course));
        Entry read = entry();
        DeliveryRequest again = tidings().schedule();

        assertThat(done(watched().replace(read, course, List.of(again)))).isTrue();
        assertThat(done(watched().replace(read, lost(deliveryId), List.of(again))))
                .isFalse();

        assertThat(entry().course()).isEqualTo(course);
        assertThat(published(deliveryId, 1)).containsExactly(again);
    }

    @Test
    public void whatIsDueIsTakenOnceUntilTheLeaseEnds() {
        done(watched().add(ordered(deliveryId)));
        Instant due = at().plus(DUE_AFTER);
        Instant leaseEnd = due.plusSeconds(60);

        assertThat(taken(due.minusSeconds(1), leaseEnd)).isEmpty();
        Entry read = entry();
        assertThat(taken(due, leaseEnd)).extracting(Entry::course).containsExactly(ordered(deliveryId));
        assertThat(taken(due, leaseEnd)).isEmpty();
        assertThat(done(watched().replace(read, ordered(deliveryId), List.of())))
                .as("taken from under it")
                .isFalse();
        Entry again = taken(leaseEnd, leaseEnd.plusSeconds(60)).getFirst();
        assertThat(done(watched().replace(again, lost(deliveryId), List.of()))).isTrue();
    }

    @Test
    public void whereNothingIsAwaitedNothingIsDue() {
        done(watched().add(lost(deliveryId)));

        assertThat(taken(at().plus(Duration.ofDays(1)), at().plus(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    public void severalInstancesNeverTakeTheSame() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(number -> deliveryId + "-" + number)
                .toList();
        ids.forEach(id -> done(watched().add(ordered(id))));
        Instant due = at().plus(DUE_AFTER);

        List<Uni<List<Entry>>> instances = IntStream.range(0, 8)
                .mapToObj(_ -> watched().takeDue(due, due.plusSeconds(60), 5))
                .toList();
        List<String> taken = done(Uni.join().all(instances).andFailFast()).stream()
                .flatMap(List::stream)
                .map(entry -> entry.course().deliveryId())
                .filter(ids::contains)
                .toList();

        assertThat(taken).doesNotHaveDuplicates();
        assertThat(taken.size() + taken(due, due.plusSeconds(60)).size()).isEqualTo(20);
    }

    @Test
    public void aRequestAndAnAlertLeadToTheirDelivery() {
        done(watched().add(ordered(deliveryId)));
        Course late =
                new Hearing(LIMITS, at()).hear(ordered(deliveryId), tidings().reschedule("change-" + deliveryId));
        Course lost = late.with(alert("parcel", new Sight.Unknown()));
        done(watched().replace(entry(), lost, List.of()));

        for (String requestId : List.of(tidings().scheduleId(), "change-" + deliveryId)) {
            assertThat(done(watched().ofRequest(requestId)))
                    .hasValueSatisfying(found -> assertThat(found.course()).isEqualTo(lost));
        }
        assertThat(done(watched().ofAlert(lost.alerts().getFirst().id()))).contains(entry());
        assertThat(done(watched().ofRequest("other"))).isEmpty();
        assertThat(done(watched().ofAlert("other"))).isEmpty();
    }

    @Test
    public void theNewestAlertsAreListedFirstPageByPageByKindAndStatus() {
        Course course = ordered(deliveryId);
        done(watched().add(course));
        for (String subject : List.of("1", "2", "3", "4")) {
            course = course.with(alert(subject, new Sight.Unknown()));
            done(watched().replace(entry(), course, List.of()));
        }
        course = course.with(course.alerts().get(1).cleared("it came", at()));
        done(watched().replace(entry(), course, List.of()));

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
    public void whatHasNoAnswerIsCountedWithTheOldest() {
        long before = done(watched().census()).unanswered();
        Instant longAgo = Instant.parse("1900-01-01T00:00:00Z"); // before anything that other tests leave unanswered
        Course old = new Hearing(LIMITS, at()).hear(Course.of(deliveryId), new Tidings(deliveryId, longAgo).schedule());
        done(watched().add(old));

        assertThat(done(watched().census()).unanswered()).isEqualTo(before + 1);
        assertThat(done(watched().census()).oldest()).contains(longAgo);

        Course answered = new Hearing(LIMITS, at()).hear(old, tidings().completed(2, 1));
        done(watched().replace(entry(), answered.with(alert("1", new Sight.Unknown())), List.of()));
        assertThat(done(watched().census()).unanswered()).isEqualTo(before);
        assertThat(done(watched().census()).open().get(Kind.RECOVER_PARCEL)).isPositive();
    }

    private Course ordered(String id) {
        return new Hearing(LIMITS, at()).hear(Course.of(id), new Tidings(id, at()).schedule());
    }

    private Course lost(String id) {
        Tidings of = new Tidings(id, at());
        Hearing hearing = new Hearing(LIMITS, at());
        return hearing.hear(hearing.hear(Course.of(id), of.pickedUp(3, 1)), of.interrupted(4, 1, Tidings.PLACE));
    }

    private Alert alert(String subject, Sight sight) {
        return Alert.raise(
                Kind.RECOVER_PARCEL,
                deliveryId,
                subject,
                "what",
                new Known(tidings().schedule(), sight, null, Tidings.PLACE),
                at());
    }

    private Tidings tidings() {
        return new Tidings(deliveryId, at());
    }

    private Entry entry() {
        return done(watched().find(deliveryId)).orElseThrow();
    }

    private List<Entry> taken(Instant now, Instant leaseEnd) {
        return done(watched().takeDue(now, leaseEnd, ALL)).stream()
                .filter(entry -> entry.course().deliveryId().startsWith(deliveryId))
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
}
