package io.dronedelivery.chassis.calls;

import io.dronedelivery.chassis.calls.CallsConfig.Limits;
import io.dronedelivery.chassis.calls.DownstreamStatus.LastFailure;
import io.dronedelivery.chassis.failure.Failures;
import io.dronedelivery.chassis.failure.NotYet;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.contracts.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What happened to the calls to one service: for operators, in metrics and in the log. */
final class CallRecorder {
    private static final Logger log = Logger.getLogger(Downstream.class);

    private final String name;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Instant since;
    private volatile @Nullable LastFailure lastFailure;

    CallRecorder(String name, MeterRegistry meters, InstantSource clock) {
        this.name = name;
        this.meters = meters;
        this.clock = clock;
        this.since = clock.instant();
    }

    void begun() {
        inFlight.incrementAndGet();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    /** The service was asked, and that came of it. */
    void failed(RuntimeException failure) {
        if (Failures.signOfOutage(failure)) {
            log.warnf("call failed downstream=%s because=%s", name, Failures.root(failure));
            lastFailure = new LastFailure(clock.instant(), String.valueOf(failure.getMessage()));
        }
    }

    void changed(CircuitBreakerState state) {
        since = clock.instant();
        LastFailure last = lastFailure;
        log.infof(
                "circuit changed downstream=%s state=%s last-failure=%s", name, state, last == null ? "" : last.what());
    }

    /** The caller got an answer. */
    void answered() {
        count("answered");
    }

    /** The caller got none, whether or not the service was asked. */
    void unanswered(Throwable failure) {
        count(outcome(failure));
    }

    DownstreamStatus standing(CircuitBreakerState state, Limits limits) {
        return new DownstreamStatus(name, state, since, lastFailure, inFlight.get(), limits.concurrent());
    }

    private static String outcome(Throwable failure) {
        return switch (failure) {
            case ProblemException refused ->
                refused.problem().code() == Refusal.MALFORMED_ANSWER ? "malformed" : "refused";
            case NotYet _ -> "not-yet";
            case Throwable _ when failure.getCause() instanceof CircuitBreakerOpenException -> "circuit-open";
            case Throwable _ when failure.getCause() instanceof BulkheadException -> "too-many";
            default -> "failed";
        };
    }

    private void count(String outcome) {
        meters.counter("downstream.calls", "downstream", name, "outcome", outcome)
                .increment();
    }
}
