package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Entry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Checks the deliveries that are due: publishes unanswered changes once more, raises alerts, interrupts flights that are
 * overdue for too long. After a crash, what was not stored is done again, which delivery permits.
 */
public final class WatchRunner {
    private static final int AT_A_TIME = 64;
    private static final int CALLS_AT_A_TIME = 16;

    /**
     * How long the watch waits, by the scaled clock.
     *
     * @param answerWithin within what time a request has to be answered; again after it was published once more
     * @param overdueGrace how long an overdue flight may still end before it is interrupted
     * @param checkAgain after how long to check again what can't be decided now
     * @param lease how long an instance has a delivery for itself while it checks it
     */
    public record Limits(Duration answerWithin, Duration overdueGrace, Duration checkAgain, Duration lease) {}

    /**
     * What was checked at one time.
     *
     * @param due how many were due
     * @param raised the alerts that were raised
     */
    public record Checked(int due, List<Alert> raised) {
        public Checked {
            raised = List.copyOf(raised);
        }
    }

    private final WatchedDeliveries watched;
    private final Deliveries deliveries;
    private final Limits limits;
    private final InstantSource clock;

    public WatchRunner(WatchedDeliveries watched, Deliveries deliveries, Limits limits, InstantSource clock) {
        this.watched = watched;
        this.deliveries = deliveries;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Checks what is due.
     *
     * @return what came of it; fails after all were checked, if a result could not be stored
     */
    public Uni<Checked> runDue() {
        Instant now = clock.instant();
        return watched.takeDue(now, now.plus(limits.lease()), AT_A_TIME)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(new Checked(0, List.of()))
                        : Uni.join()
                                .all(due.stream().map(this::check).toList())
                                .usingConcurrencyOf(CALLS_AT_A_TIME)
                                .andCollectFailures()
                                .map(raised -> new Checked(
                                        due.size(),
                                        raised.stream().flatMap(List::stream).toList())));
    }

    private Uni<List<Alert>> check(Entry entry) {
        WatchedDelivery before = entry.delivery();
        return deliveries
                .view(before.deliveryId())
                .map(DeliverySnapshot::of)
                .onFailure()
                .recoverWithItem(failure -> new DeliverySnapshot.Silent(String.valueOf(failure.getMessage())))
                .map(snapshot -> new DeliveryCheck(limits, clock.instant(), snapshot).check(before))
                .chain(result -> interrupted(result).chain(after -> watched.replace(entry, after, result.publishAgain())
                        .map(stored -> stored ? raised(before, after) : List.of())));
    }

    private static List<Alert> raised(WatchedDelivery before, WatchedDelivery after) {
        return after.alerts().stream()
                .filter(alert -> before.alert(alert.id()).isEmpty())
                .toList();
    }

    private Uni<WatchedDelivery> interrupted(DeliveryCheck.Result result) {
        WatchedDelivery delivery = result.delivery();
        if (result.interrupt().isEmpty()) {
            return Uni.createFrom().item(delivery);
        }
        Flight flight = result.interrupt().get();
        Interruption overdue = new Interruption(
                Refusal.OVERDUE, "its end was expected by " + flight.dropoffAt() + ", but no message reports it");
        return deliveries
                .interrupt(delivery.deliveryId(), flight.attempt(), overdue)
                .map(_ -> flight.interrupted(clock.instant()))
                .onFailure()
                .recoverWithItem(_ -> flight.toInterrupt(clock.instant().plus(limits.checkAgain())))
                .map(delivery::with);
    }
}
