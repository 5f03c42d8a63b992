package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.operations.ActResult;
import io.dronedelivery.supervisor.compensation.domain.operations.CompensationOperations;
import io.dronedelivery.supervisor.compensation.domain.operations.CompensationView;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A supervisor in memory, with a clock made by hand. */
final class CompensationFixture {
    static final RetryPolicy RETRY_POLICY = new RetryPolicy(
            Duration.ofHours(2), Duration.ofMinutes(2), new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), 5);

    static final Duration GRACE = Duration.ofMinutes(10);

    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    final List<DeliveryRequest> published = new ArrayList<>();
    final InMemoryCompensations compensations = new InMemoryCompensations(published::add);
    final RecordedServices services = new RecordedServices();
    final CompensationIntake intake;
    final CompensationOperations operations;
    final CompensationRunner runner;

    CompensationFixture() {
        this(kept -> kept, new Random(1));
    }

    CompensationFixture(UnaryOperator<Compensations> around, Random random) {
        Compensations kept = around.apply(compensations);
        intake = new CompensationIntake(kept, GRACE, this::now);
        operations = new CompensationOperations(kept, this::now);
        runner = new CompensationRunner(kept, services, RETRY_POLICY, this::now, random);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Carries out what is due, every few seconds, for that long. */
    void run(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            done(runner.runDue());
            pass(Duration.ofSeconds(5));
        }
    }

    Compensation compensation(String deliveryId, int attempt) {
        return view(deliveryId, attempt).compensation();
    }

    CompensationView view(String deliveryId, int attempt) {
        return done(operations.find(deliveryId, attempt)).orElseThrow();
    }

    ActResult act(String deliveryId, Act act) {
        return done(operations.act(deliveryId, 1, "ada", act));
    }

    static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
