package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.Act;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensation.JournalEntry;
import io.dronedelivery.supervisor.compensation.domain.InMemoryCompensations;
import io.dronedelivery.supervisor.compensation.domain.Progress;
import io.dronedelivery.supervisor.compensation.domain.State;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A watch in memory, with a clock made by hand and a delivery service that answers as it is told. */
final class WatchFixture implements Deliveries {
    static final WatchRunner.Limits LIMITS = new WatchRunner.Limits(
            Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofMinutes(2));

    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    private BooleanSupplier silent = () -> false;
    private final Map<String, DeliveryView> views = new HashMap<>();
    final List<DeliveryRequest> published = new ArrayList<>();
    final List<String> interruptions = new ArrayList<>();
    final InMemoryWatchedDeliveries watched = new InMemoryWatchedDeliveries(published::add);
    final InMemoryCompensations compensations = new InMemoryCompensations(published::add);
    final WatchIntake intake = new WatchIntake(watched, compensations, LIMITS.answerWithin(), this::now);
    final WatchRunner runner = new WatchRunner(watched, this, LIMITS, this::now);
    final AlertOperations alerts = new AlertOperations(watched, this::now);

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Checks what is due, every few seconds, for that long. */
    void run(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            pass(Duration.ofSeconds(10));
            done(runner.runDue());
        }
    }

    void read(DeliveryRequest... requests) {
        for (DeliveryRequest request : requests) {
            done(intake.requested(List.of(request)));
        }
    }

    void read(DeliveryEvent... events) {
        for (DeliveryEvent event : events) {
            done(intake.happened(List.of(event)));
        }
    }

    /** From now on, delivery shows that. */
    void shows(DeliveryView view) {
        views.put(view.deliveryId(), view);
    }

    /** Whether delivery does not answer. */
    void silent(BooleanSupplier when) {
        silent = when;
    }

    /** At the compensation of the attempt, that operator decides on the parcel. */
    void decide(String deliveryId, int attempt, String operator, Remedy remedy) {
        done(compensations.add(new Compensation(
                deliveryId,
                attempt,
                null,
                new Closure(deliveryId, Refusal.FLIGHT_FAILED, "the flight failed", remedy),
                List.of(),
                null,
                now,
                new Progress(null, null, List.of(), 0, 0),
                List.of(new JournalEntry(now, operator, new Act.Decide(remedy, "looked for it"))),
                new State.Finished(now))));
    }

    WatchedDelivery delivery(String deliveryId) {
        return done(watched.find(Set.of(deliveryId))).getFirst().delivery();
    }

    @Override
    public Uni<Optional<DeliveryView>> view(String deliveryId) {
        return Uni.createFrom().item(() -> {
            failIfSilent();
            return Optional.ofNullable(views.get(deliveryId));
        });
    }

    @Override
    public Uni<Void> interrupt(String deliveryId, int attempt, Interruption interruption) {
        return Uni.createFrom().voidItem().invoke(() -> {
            failIfSilent();
            interruptions.add(deliveryId + "/" + attempt + " " + interruption.code());
        });
    }

    private void failIfSilent() {
        if (silent.getAsBoolean()) {
            throw new IllegalStateException("no answer");
        }
    }

    static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
