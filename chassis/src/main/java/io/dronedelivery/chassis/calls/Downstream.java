package io.dronedelivery.chassis.calls;

import io.dronedelivery.chassis.access.OwnToken;
import io.dronedelivery.chassis.calls.CallsConfig.Limits;
import io.dronedelivery.chassis.failure.Failures;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client of one service. It lets a limited number of calls through at a time, and none for a while after too many have
 * failed. It tries nothing again: that is for the caller, who knows how long there is time. Only a call whose token was
 * refused is made once more, with a new token.
 */
public final class Downstream {
    private static final TypeLiteral<Uni<Object>> ASYNCHRONOUS = new TypeLiteral<>() {};

    private final String name;
    private final Limits limits;
    private final OwnToken token;
    private final CircuitBreakerMaintenance circuits;
    private final CallRecorder recorder;
    private final Vertx vertx;
    private final Guard limit;
    private final Guard circuit;

    Downstream(
            String name,
            Limits limits,
            OwnToken token,
            CircuitBreakerMaintenance circuits,
            CallRecorder recorder,
            Vertx vertx) {
        this.name = name;
        this.vertx = vertx;
        this.limits = limits;
        this.token = token;
        this.circuits = circuits;
        this.recorder = recorder;
        this.limit = Guard.create()
                .withDescription(name + "-limit")
                .withBulkhead()
                .limit(limits.concurrent())
                .queueSize(limits.waiting())
                .done()
                .build();
        this.circuit = Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(limits.window())
                .failureRatio(limits.failureRatio())
                .delay(limits.openFor().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(limits.probes())
                .when(Failures::signOfOutage)
                .onStateChange(recorder::changed)
                .done()
                .build();
    }

    /**
     * Calls the service.
     *
     * @param call one call of a REST client, made when the answer is subscribed to, and again when that is done again
     * @return the answer; fails with {@link ProblemException}, which has a code, where that is the service's last word, and
     *     else with {@link RemoteFailure}: nobody knows whether it was done
     */
    public <T> Uni<T> call(Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(() -> limited(call, Vertx.currentContext()))
                .onFailure()
                .transform(failure -> Failures.ofCall(name, failure))
                .onFailure()
                .invoke(recorder::unanswered)
                .onItem()
                .invoke(recorder::answered);
    }

    /**
     * Calls the service for something that may be refused.
     *
     * @param complete whether an answer has what will be needed of it
     * @return what came of it; an answer that can't be read or is not complete is refused as MALFORMED_ANSWER. Fails with
     *     {@link RemoteFailure} where nobody knows whether it was done
     */
    public <T> Uni<Outcome<T>> ask(Supplier<Uni<T>> call, Predicate<T> complete) {
        return call(() -> call.get().map(answer -> checked(answer, complete)))
                .<Outcome<T>>map(Granted::new)
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> refused(((ProblemException) failure).problem()));
    }

    /** Calls the service for what may not be there: empty where it answers NOT_FOUND, else as {@link #call}. */
    public <T> Uni<Optional<T>> find(Supplier<Uni<T>> call) {
        return call(call)
                .map(Optional::of)
                .onFailure(failure -> failure instanceof ProblemException refused
                        && refused.problem().code() == Refusal.NOT_FOUND)
                .recoverWithItem(Optional.empty());
    }

    /**
     * Calls to the service that may share a request. It guards none of them: they are to be made by {@link #call} or {@link #ask}.
     *
     * @param single makes one call by a request of its own
     * @param batch makes many calls by one request
     */
    public <C, T> BatchedCalls<C, T> batched(Function<C, Uni<T>> single, Function<Calls<C>, Uni<Answers<T>>> batch) {
        return new BatchedCalls<>(name, token, vertx, single, batch);
    }

    /** Whether calls are let through, kept out, or let through singly to see. */
    public CircuitBreakerState circuit() {
        return circuits.currentState(name);
    }

    DownstreamStatus standing() {
        return recorder.standing(circuit(), limits);
    }

    public String name() {
        return name;
    }

    /** The limit is outside: a call it rejects says nothing about the service. */
    private <T> Uni<T> limited(Supplier<Uni<T>> call, @Nullable Context caller) {
        return guarded(limit, () -> guarded(circuit, () -> onContextOf(caller, made(call))));
    }

    /** A call that waited is begun where another ends, on that one's Vert.x context, and would go on with its trace. */
    static <T> Uni<T> onContextOf(@Nullable Context caller, Uni<T> call) {
        return caller == null || caller == Vertx.currentContext()
                ? call
                : call.runSubscriptionOn(task -> caller.runOnContext(_ -> task.run()));
    }

    private <T> Uni<T> made(Supplier<Uni<T>> call) {
        recorder.begun();
        return token.retried(call)
                .onFailure()
                .transform(this::meaning)
                .onTermination()
                .invoke(recorder::ended);
    }

    private RuntimeException meaning(Throwable failure) {
        RuntimeException meaning = Failures.ofCall(name, failure);
        recorder.failed(meaning);
        return meaning;
    }

    private <T> T checked(T answer, Predicate<T> complete) {
        if (answer == null || !complete.test(answer)) {
            throw Failures.malformed(name);
        }
        return answer;
    }

    private static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(Objects.requireNonNull(problem.code()), problem.detail());
    }

    @SuppressWarnings("unchecked") // the guard hands the answer on, whatever it is
    private static <T> Uni<T> guarded(Guard guard, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> (Uni<T>) guard.get(() -> (Uni<Object>) call.get(), ASYNCHRONOUS));
    }
}
