package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.supervisor.domain.watch.Look.Looked;
import io.dronedelivery.supervisor.domain.watch.Watched.Entry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Goes round: looks at what is due, publishes unanswered requests once more, raises alerts, interrupts what is overdue for too
 * long. What a crash leaves unkept is done again, which delivery permits; a request is published with what is kept, or not.
 */
public final class Rounds {
    private static final int AT_A_TIME = 64;
    private static final int CALLS_AT_A_TIME = 16;

    private final Watched watched;
    private final Deliveries deliveries;
    private final Limits limits;
    private final InstantSource clock;

    public Rounds(Watched watched, Deliveries deliveries, Limits limits, InstantSource clock) {
        this.watched = watched;
        this.deliveries = deliveries;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Looks at what is due.
     *
     * @return the alerts that were raised; fails where something could not be kept, after all was tried
     */
    public Uni<List<Alert>> runDue() {
        Instant now = clock.instant();
        return watched.takeDue(now, now.plus(limits.lease()), AT_A_TIME)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : Uni.join()
                                .all(due.stream().map(this::look).toList())
                                .usingConcurrencyOf(CALLS_AT_A_TIME)
                                .andCollectFailures()
                                .map(raised ->
                                        raised.stream().flatMap(List::stream).toList()));
    }

    private Uni<List<Alert>> look(Entry entry) {
        Course before = entry.course();
        return deliveries
                .view(before.deliveryId())
                .map(Sight::of)
                .onFailure()
                .recoverWithItem(failure -> new Sight.Silent(String.valueOf(failure.getMessage())))
                .map(sight -> new Look(limits, clock.instant(), sight).at(before))
                .chain(looked -> interrupted(looked).chain(after -> watched.replace(entry, after, looked.again())
                        .map(kept -> kept ? raised(before, after) : List.of())));
    }

    private static List<Alert> raised(Course before, Course after) {
        return after.alerts().stream()
                .filter(alert -> before.alert(alert.id()).isEmpty())
                .toList();
    }

    private Uni<Course> interrupted(Looked looked) {
        Course course = looked.course();
        return looked.interrupt()
                .map(flight -> interrupted(course, flight))
                .orElse(Uni.createFrom().item(course));
    }

    private Uni<Course> interrupted(Course course, Flight flight) {
        Interruption overdue = new Interruption(
                Refusal.OVERDUE, "nothing was heard of its end, which was expected by " + flight.dropoffAt());
        return deliveries
                .interrupt(course.deliveryId(), flight.attempt(), overdue)
                .map(_ -> flight.interrupted(clock.instant()))
                .onFailure()
                .recoverWithItem(_ -> flight.toInterrupt(clock.instant().plus(limits.lookAgain())))
                .map(course::with);
    }
}
