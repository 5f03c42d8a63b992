package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A supervisor in memory, with a clock made by hand. */
final class World {
    static final Patience PATIENCE = new Patience(
            Duration.ofMinutes(10),
            Duration.ofHours(2),
            Duration.ofMinutes(2),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            5);

    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    final List<DeliveryRequest> published = new ArrayList<>();
    final InMemoryWorkflows workflows = new InMemoryWorkflows(published::add);
    final RecordedServices services = new RecordedServices();
    final Compensations compensations;
    final Operations operations;
    final Undoing undoing;

    World() {
        this(kept -> kept, new Random(1));
    }

    World(UnaryOperator<Workflows> around, Random random) {
        Workflows kept = around.apply(workflows);
        compensations = new Compensations(kept, PATIENCE, this::now);
        operations = new Operations(kept, this::now);
        undoing = new Undoing(kept, services, PATIENCE, this::now, random);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Has what is due carried out, every few seconds, for so long. */
    void run(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            done(undoing.runDue());
            pass(Duration.ofSeconds(5));
        }
    }

    Workflow workflow(String deliveryId, int attempt) {
        return inspection(deliveryId, attempt).compensation();
    }

    Inspection inspection(String deliveryId, int attempt) {
        return done(compensations.find(deliveryId, attempt)).orElseThrow();
    }

    Verdict act(String deliveryId, Act act) {
        return done(operations.act(deliveryId, 1, "ada", act));
    }

    static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
