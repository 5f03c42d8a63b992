package io.dronedelivery.supervisor.domain.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.State.AwaitingDrone;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.dronedelivery.supervisor.domain.compensation.State.Undecided;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import io.dronedelivery.supervisor.domain.compensation.Workflows.Entry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every place where workflows are kept must do. */
public abstract class WorkflowsContract {
    private static final int ALL = 1_000;
    private static final List<Step> STEPS = List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE);

    private final String deliveryId = UUID.randomUUID().toString();

    protected abstract Workflows workflows();

    /** When the workflows of this test are due: others share the table, so each has a time of its own. */
    protected abstract Instant at();

    /** What was published of a delivery, once there are so many. */
    protected abstract List<DeliveryRequest> published(String deliveryId, int count);

    @Test
    public void anAttemptHasOneWorkflow() {
        Workflow first = workflow(1);

        assertThat(done(workflows().add(first))).isTrue();
        assertThat(done(workflows().add(first.finished(at())))).isFalse();

        assertThat(entry(1).workflow()).isEqualTo(first);
        assertThat(done(workflows().find(deliveryId, 2))).isEmpty();
    }

    @Test
    public void everyStateIsKeptAsItIs() {
        Workflow fresh = Workflow.of(Messages.interrupted(deliveryId, 1, 7, at()), at(), at());
        Workflow recalled = fresh.recalled(at(), at());
        Workflow undecided = recalled.setBack(new Undecided(at(), at(), "picked up"));
        Workflow decided = undecided.after(entry(new Act.Decide(Remedy.PARCEL_RECOVERED, "it is back")));
        Workflow closed = decided.closed(new Closed(true, Messages.restore(deliveryId, at())), at());
        Workflow undone = closed.undone(Step.BOOK_SHIPMENT, at(), at());
        Workflow parked = undone.setBack(new Parked(at(), "no answer"));
        List<Workflow> course = List.of(
                recalled,
                recalled.setBack(new AwaitingDrone(at(), at(), 9, "it may still fly on")),
                undecided,
                undecided.givenUp(at(), at()),
                decided,
                closed,
                undone,
                undone.setBack(new Waiting(at(), 3, "no answer")),
                parked,
                parked.after(entry(new Act.Retry(null))),
                parked.after(entry(new Act.Edit(Set.of(Step.HOLD_MONEY), "the drone is at home"))),
                parked.after(entry(new Act.Resolve("settled by hand"))),
                undone.finished(at()));
        done(workflows().add(fresh));

        for (Workflow next : course) {
            assertThat(done(workflows().replace(entry(1), next, List.of()))).contains(entry(1));
            assertThat(entry(1).workflow()).isEqualTo(next);
        }
    }

    @Test
    public void whatAnotherHasChangedIsNotReplaced() {
        done(workflows().add(workflow(1)));
        Entry read = entry(1);
        DeliveryRequest restore = Messages.restore(deliveryId, at());

        assertThat(done(workflows().replace(read, workflow(1).finished(at()), List.of(restore))))
                .isPresent();
        assertThat(done(workflows().replace(read, parked(1), List.of(restore)))).isEmpty();

        assertThat(entry(1).workflow()).isEqualTo(workflow(1).finished(at()));
        assertThat(published(deliveryId, 1)).containsExactly(restore);
    }

    @Test
    public void whatIsDueIsTakenOnceUntilTheLeaseEnds() {
        done(workflows().add(workflow(1)));
        Instant leaseEnd = at().plusSeconds(60);

        assertThat(taken(at().minusSeconds(1), leaseEnd)).isEmpty();
        Entry read = entry(1);
        assertThat(taken(at(), leaseEnd)).extracting(Entry::workflow).containsExactly(workflow(1));
        assertThat(taken(at(), leaseEnd)).isEmpty();
        assertThat(done(workflows().replace(read, workflow(1), List.of())))
                .as("taken from under it")
                .isEmpty();
        assertThat(taken(leaseEnd, leaseEnd.plusSeconds(60))).hasSize(1);
    }

    @Test
    public void whatIsParkedOrHasEndedIsNeverDue() {
        done(workflows().add(parked(1)));
        done(workflows().add(workflow(2).finished(at())));
        done(workflows().add(workflow(3).after(entry(new Act.Resolve("settled by hand")))));

        assertThat(taken(at().plus(Duration.ofDays(1)), at().plus(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    public void whatAwaitsItsDroneOrADecisionIsDueInTheEnd() {
        Instant until = at().plusSeconds(60);
        done(workflows().add(workflow(1).setBack(new AwaitingDrone(at(), until, 9, "it may still fly on"))));
        done(workflows().add(workflow(2).setBack(new Undecided(at(), until, "picked up"))));

        assertThat(taken(at(), until)).isEmpty();
        assertThat(taken(until, until.plusSeconds(60))).hasSize(2);
    }

    @Test
    public void severalInstancesNeverTakeTheSame() {
        IntStream.range(1, 21).forEach(attempt -> done(workflows().add(workflow(attempt))));

        List<Uni<List<Entry>>> instances = IntStream.range(0, 8)
                .mapToObj(_ -> workflows().takeDue(at(), at().plusSeconds(60), 5))
                .toList();
        List<Integer> taken = done(Uni.join().all(instances).andFailFast()).stream()
                .flatMap(List::stream)
                .filter(this::mine)
                .map(entry -> entry.workflow().attempt())
                .toList();

        assertThat(taken).doesNotHaveDuplicates();
        assertThat(taken.size() + taken(at(), at().plusSeconds(60)).size()).isEqualTo(20);
    }

    @Test
    public void theNewestAreListedFirstPageByPage() {
        IntStream.range(1, 6).forEach(attempt -> done(workflows().add(workflow(attempt))));
        done(workflows().add(parked(6)));

        List<Entry> first = done(workflows().list(Optional.empty(), Long.MAX_VALUE, 4));
        List<Entry> second =
                done(workflows().list(Optional.empty(), first.getLast().number(), 2));
        List<Entry> parked = done(workflows().list(Optional.of(Status.PARKED), Long.MAX_VALUE, ALL));

        assertThat(first).extracting(entry -> entry.workflow().attempt()).containsExactly(6, 5, 4, 3);
        assertThat(second).extracting(entry -> entry.workflow().attempt()).containsExactly(2, 1);
        assertThat(parked.stream().filter(this::mine))
                .extracting(entry -> entry.workflow().attempt())
                .containsExactly(6);
    }

    private Workflow workflow(int attempt) {
        return Workflow.of(Messages.compensation(deliveryId, attempt, STEPS, at()), at());
    }

    private Workflow parked(int attempt) {
        return workflow(attempt).setBack(new Parked(at(), "no answer"));
    }

    private JournalEntry entry(Act act) {
        return new JournalEntry(at(), "ada", act);
    }

    private Entry entry(int attempt) {
        return done(workflows().find(deliveryId, attempt)).orElseThrow();
    }

    private List<Entry> taken(Instant now, Instant leaseEnd) {
        return done(workflows().takeDue(now, leaseEnd, ALL)).stream()
                .filter(this::mine)
                .toList();
    }

    private boolean mine(Entry entry) {
        return entry.workflow().deliveryId().equals(deliveryId);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
