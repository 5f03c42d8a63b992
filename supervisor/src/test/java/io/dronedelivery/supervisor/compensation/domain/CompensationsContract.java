package io.dronedelivery.supervisor.compensation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.Compensation.JournalEntry;
import io.dronedelivery.supervisor.compensation.domain.Compensations.Entry;
import io.dronedelivery.supervisor.compensation.domain.State.AwaitingDrone;
import io.dronedelivery.supervisor.compensation.domain.State.Parked;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.compensation.domain.State.Undecided;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of compensations must do. */
public abstract class CompensationsContract {
    private static final int ALL = 1_000;
    private static final List<Step> STEPS = List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE);

    private final String deliveryId = UUID.randomUUID().toString();

    protected abstract Compensations compensations();

    /** When the compensations of this test are due: others share the table, so each has a time of its own. */
    protected abstract Instant at();

    /** What was published of a delivery, once there are so many. */
    protected abstract List<DeliveryRequest> published(String deliveryId, int count);

    @Test
    public void anAttemptHasOneCompensation() {
        Compensation first = compensation(1);

        assertThat(done(compensations().add(first))).isTrue();
        assertThat(done(compensations().add(first.finished(at())))).isFalse();

        assertThat(entry(1).compensation()).isEqualTo(first);
        assertThat(done(compensations().find(deliveryId, 2))).isEmpty();
    }

    @Test
    public void everyStateIsKeptAsItIs() {
        Compensation fresh = Compensation.of(CompensationMessages.interrupted(deliveryId, 1, 7, at()), at(), at());
        Compensation recalled = fresh.recalled(at(), at());
        Compensation undecided = recalled.afterFailure(new Undecided(at(), at(), "picked up"));
        Compensation decided = undecided.after(entry(new Act.Decide(Remedy.PARCEL_RECOVERED, "it is back")));
        Compensation closed = decided.closed(new Closed(true, CompensationMessages.restore(deliveryId, at())), at());
        Compensation undone = closed.undone(Step.BOOK_SHIPMENT, at(), at());
        Compensation parked = undone.afterFailure(new Parked(at(), "no answer"));
        List<Compensation> states = List.of(
                recalled,
                recalled.afterFailure(new AwaitingDrone(at(), at(), 9, "it may still fly on")),
                undecided,
                undecided.givenUp(at(), at()),
                decided,
                closed,
                undone,
                undone.afterFailure(new Waiting(at(), 3, "no answer")),
                parked,
                parked.after(entry(new Act.Retry(null))),
                parked.after(entry(new Act.Edit(Set.of(Step.HOLD_MONEY), "the drone is at home"))),
                parked.after(entry(new Act.Resolve("settled by hand"))),
                undone.finished(at()));
        done(compensations().add(fresh));

        for (Compensation next : states) {
            assertThat(done(compensations().replace(entry(1), next, List.of()))).contains(entry(1));
            assertThat(entry(1).compensation()).isEqualTo(next);
        }
    }

    @Test
    public void aChangeByAnotherIsNotOverwritten() {
        done(compensations().add(compensation(1)));
        Entry read = entry(1);
        DeliveryRequest restore = CompensationMessages.restore(deliveryId, at());

        assertThat(done(compensations().replace(read, compensation(1).finished(at()), List.of(restore))))
                .isPresent();
        assertThat(done(compensations().replace(read, parked(1), List.of(restore))))
                .isEmpty();

        assertThat(entry(1).compensation()).isEqualTo(compensation(1).finished(at()));
        assertThat(published(deliveryId, 1)).containsExactly(restore);
    }

    @Test
    public void whatIsDueIsTakenOnceUntilTheLeaseEnds() {
        done(compensations().add(compensation(1)));
        Instant leaseEnd = at().plusSeconds(60);

        assertThat(taken(at().minusSeconds(1), leaseEnd)).isEmpty();
        Entry read = entry(1);
        assertThat(taken(at(), leaseEnd)).extracting(Entry::compensation).containsExactly(compensation(1));
        assertThat(taken(at(), leaseEnd)).isEmpty();
        assertThat(done(compensations().replace(read, compensation(1), List.of())))
                .as("taken from under it")
                .isEmpty();
        assertThat(taken(leaseEnd, leaseEnd.plusSeconds(60))).hasSize(1);
    }

    @Test
    public void aParkedOrEndedCompensationIsNeverDue() {
        done(compensations().add(parked(1)));
        done(compensations().add(compensation(2).finished(at())));
        done(compensations().add(compensation(3).after(entry(new Act.Resolve("settled by hand")))));

        assertThat(taken(at().plus(Duration.ofDays(1)), at().plus(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    public void aCompensationThatAwaitsItsDroneOrADecisionIsDueInTheEnd() {
        Instant until = at().plusSeconds(60);
        done(compensations()
                .add(compensation(1).afterFailure(new AwaitingDrone(at(), until, 9, "it may still fly on"))));
        done(compensations().add(compensation(2).afterFailure(new Undecided(at(), until, "picked up"))));

        assertThat(taken(at(), until)).isEmpty();
        assertThat(taken(until, until.plusSeconds(60))).hasSize(2);
    }

    @Test
    public void severalInstancesNeverTakeTheSame() {
        IntStream.range(1, 21).forEach(attempt -> done(compensations().add(compensation(attempt))));

        List<Uni<List<Entry>>> instances = IntStream.range(0, 8)
                .mapToObj(_ -> compensations().takeDue(at(), at().plusSeconds(60), 5))
                .toList();
        List<Integer> taken = done(Uni.join().all(instances).andFailFast()).stream()
                .flatMap(List::stream)
                .filter(this::mine)
                .map(entry -> entry.compensation().attempt())
                .toList();

        assertThat(taken).doesNotHaveDuplicates();
        assertThat(taken.size() + taken(at(), at().plusSeconds(60)).size()).isEqualTo(20);
    }

    @Test
    public void theNewestAreListedFirstPageByPage() {
        IntStream.range(1, 6).forEach(attempt -> done(compensations().add(compensation(attempt))));
        done(compensations().add(parked(6)));

        List<Entry> first = done(compensations().list(Optional.empty(), Long.MAX_VALUE, 4));
        List<Entry> second =
                done(compensations().list(Optional.empty(), first.getLast().number(), 2));
        List<Entry> parked = done(compensations().list(Optional.of(Status.PARKED), Long.MAX_VALUE, ALL));

        assertThat(first).extracting(entry -> entry.compensation().attempt()).containsExactly(6, 5, 4, 3);
        assertThat(second).extracting(entry -> entry.compensation().attempt()).containsExactly(2, 1);
        assertThat(parked.stream().filter(this::mine))
                .extracting(entry -> entry.compensation().attempt())
                .containsExactly(6);
    }

    @Test
    public void thoseOfADeliveryThatHaveNotEndedAreFoundTheNewestFirst() {
        done(compensations().add(compensation(1).finished(at())));
        done(compensations().add(parked(2)));
        done(compensations().add(compensation(3)));

        assertThat(done(compensations().openOf(Set.of(deliveryId, "unheard-of"))))
                .containsExactly(compensation(3), parked(2));
        assertThat(done(compensations().openOf(Set.of("unheard-of")))).isEmpty();
    }

    @Test
    public void thoseThatHaveNotEndedAreCountedByStatus() {
        done(compensations().add(parked(1)));
        done(compensations().add(parked(2)));
        done(compensations().add(compensation(3).finished(at())));

        Map<Status, Long> open = done(compensations().open());

        assertThat(open.get(Status.PARKED)).isGreaterThanOrEqualTo(2); // of others, too
        assertThat(open).doesNotContainKey(Status.FINISHED);
    }

    private Compensation compensation(int attempt) {
        return Compensation.of(CompensationMessages.compensation(deliveryId, attempt, STEPS, at()), at());
    }

    private Compensation parked(int attempt) {
        return compensation(attempt).afterFailure(new Parked(at(), "no answer"));
    }

    private JournalEntry entry(Act act) {
        return new JournalEntry(at(), "ada", act);
    }

    private Entry entry(int attempt) {
        return done(compensations().find(deliveryId, attempt)).orElseThrow();
    }

    private List<Entry> taken(Instant now, Instant leaseEnd) {
        return done(compensations().takeDue(now, leaseEnd, ALL)).stream()
                .filter(this::mine)
                .toList();
    }

    private boolean mine(Entry entry) {
        return entry.compensation().deliveryId().equals(deliveryId);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
