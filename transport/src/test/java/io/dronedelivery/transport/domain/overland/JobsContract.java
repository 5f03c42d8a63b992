package io.dronedelivery.transport.domain.overland;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every place where Overland keeps its jobs must do. */
public abstract class JobsContract {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int ALL = 1_000;

    private final String prefix = UUID.randomUUID().toString();

    protected abstract Jobs jobs();

    /** When the jobs of this test are due: others share the table, so each has a time of its own. */
    protected abstract Instant pickupAt();

    @Test
    public void theJobKeptFirstStays() {
        Job first = job("a");

        assertThat(done(jobs().keep(first))).contains(first);
        assertThat(done(jobs().keep(first.at(Stage.DELIVERED)))).contains(first);
        assertThat(done(jobs().find(first.reference()))).contains(first);
    }

    @Test
    public void aCancelledReferenceNeverGetsAJob() {
        done(jobs().cancel(prefix + "a"));

        assertThat(done(jobs().keep(job("a")))).isEmpty();
        assertThat(due(pickupAt())).isEmpty();
    }

    @Test
    public void aCancelledJobIsNeverDueAndStaysCancelled() {
        Job job = job("a");
        done(jobs().keep(job));

        done(jobs().cancel(job.reference()));
        done(jobs().reported(job.at(Stage.PICKED_UP)));

        assertThat(due(pickupAt())).isEmpty();
        assertThat(done(jobs().find(job.reference()))).contains(job.at(Stage.CANCELLED));
    }

    @Test
    public void aJobIsDueAtItsTimeAndAgainWhenTheLeaseHasRunOut() {
        Job job = job("a");
        done(jobs().keep(job));

        assertThat(due(pickupAt().minusSeconds(1))).isEmpty();
        assertThat(due(pickupAt())).containsExactly(job);
        assertThat(due(pickupAt())).isEmpty();
        assertThat(due(pickupAt().plus(LEASE))).containsExactly(job);
    }

    @Test
    public void aJobIsDueForEachStageUntilItsEnd() {
        Job job = job("a");
        done(jobs().keep(job));

        for (Stage stage : List.of(Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED)) {
            assertThat(due(job.dropoffAt())).hasSize(1);
            done(jobs().reported(job.at(stage)));
        }

        assertThat(due(job.dropoffAt().plus(LEASE))).isEmpty();
        done(jobs().cancel(job.reference()));
        assertThat(done(jobs().find(job.reference()))).contains(job.at(Stage.DELIVERED));
    }

    @Test
    public void severalDispatchersNeverGetTheSameJob() {
        List<Job> some =
                IntStream.range(0, 20).mapToObj(number -> job("" + number)).toList();
        some.forEach(job -> done(jobs().keep(job)));

        List<Uni<List<Job>>> dispatchers = IntStream.range(0, 8)
                .mapToObj(_ -> jobs().takeDue(pickupAt(), LEASE, 5))
                .toList();
        List<Job> taken = done(Uni.join().all(dispatchers).andFailFast()).stream()
                .flatMap(List::stream)
                .filter(job -> job.reference().startsWith(prefix))
                .toList();

        assertThat(taken).doesNotHaveDuplicates();
        List<Job> rest = due(pickupAt());
        assertThat(rest).doesNotContainAnyElementsOf(taken);
        assertThat(taken.size() + rest.size()).isEqualTo(some.size());
    }

    private List<Job> due(Instant now) {
        return done(jobs().takeDue(now, LEASE, ALL)).stream()
                .filter(job -> job.reference().startsWith(prefix))
                .toList();
    }

    private Job job(String name) {
        Booking booking = new Booking(
                new Position(1, 2),
                new Position(3, 4),
                new Parcel(Parcel.Size.SMALL, 900, "tag"),
                pickupAt(),
                pickupAt().plusSeconds(7200));
        return new Job(prefix + name, booking, pickupAt(), pickupAt().plusSeconds(3600), Stage.BOOKED);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
