package io.dronedelivery.chassis.panache;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.store.DatabaseFailures;
import io.dronedelivery.chassis.store.OutboxRelay;
import io.dronedelivery.chassis.tracing.TraceContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs work with Panache entities in one transaction each. */
@Singleton
public class PanacheTransactions {
    /** Also unique_violation: Hibernate has no <code>on conflict</code>, so of two that insert a row one fails. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "23505");

    private final Vertx vertx;
    private final PanacheOutbox outbox;
    private final OutboxRelay relay;

    PanacheTransactions(Vertx vertx, PanacheOutbox outbox, OutboxRelay relay) {
        this.vertx = vertx;
        this.outbox = outbox;
        this.relay = relay;
    }

    /**
     * Commits what the work does, all or nothing. A lost race is run again, from the start; a row that violates a unique
     * constraint has lost one. The transaction goes on to its end though its caller is cancelled.
     *
     * @return fails with {@link RemoteFailure} where the database is away or the race is lost again and again, and with a
     *     {@link ProblemException} where a value can't be stored
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        Uni<T> once = Uni.createFrom().<T>emitter(caller -> newContext()
                .runOnContext(_ -> transaction(work).subscribe().with(caller::complete, caller::fail)));
        return DatabaseFailures.handled(once, LOST_RACES);
    }

    private <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(work))
                .onFailure()
                .transform(PanacheTransactions::cause)
                .invoke(() -> {
                    if (outbox.filled()) {
                        relay.nudge();
                    }
                });
    }

    /**
     * Panache keeps its session in the Vert.x context: each transaction has one of its own, which nobody else uses. The trace
     * goes on in it.
     */
    private Context newContext() {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        TraceContext.carryTo(context);
        return context;
    }

    /** Hibernate wraps what the database says; where the rollback fails as well, that comes second. */
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapper =
                switch (failure) {
                    case PersistenceException _, CompletionException _, CompositeException _ -> true;
                    default -> false;
                };
        return wrapper && cause != null ? cause(cause) : failure;
    }
}
