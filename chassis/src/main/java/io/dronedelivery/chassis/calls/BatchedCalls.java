package io.dronedelivery.chassis.calls;

import io.dronedelivery.chassis.access.OwnToken;
import io.dronedelivery.chassis.batch.Batcher;
import io.dronedelivery.chassis.failure.Failures;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.tracing.TraceContext;
import io.dronedelivery.contracts.Batch;
import io.dronedelivery.contracts.Batch.Answer;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Calls;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls to one service, several of which share a request where they come while another is under way. A call that is alone, or
 * belongs to a trace that is recorded, has a request of its own. So has each call of a batch that the service refuses as a whole:
 * it may be a fault in one of them, or the service is of a version that knows no batches.
 *
 * @param <C> a call
 * @param <T> what it is answered with
 */
public final class BatchedCalls<C, T> {
    /** With two of them, the batches were half as large, and a delivery cost more: docs/performance.md. */
    private static final int REQUESTS_MAX = 1;

    private final String service;
    private final OwnToken token;
    private final Function<C, Uni<T>> single;
    private final Function<Calls<C>, Uni<Answers<T>>> batch;
    private final Batcher<Waiting<C>, Answer<T>> batcher;

    /**
     * @param context where it goes on; a request belongs to the trace, which is not recorded, of its first call
     */
    private record Waiting<C>(C call, @Nullable Context context) {}

    BatchedCalls(
            String service,
            OwnToken token,
            Vertx vertx,
            Function<C, Uni<T>> single,
            Function<Calls<C>, Uni<Answers<T>>> batch) {
        this.service = service;
        this.token = token;
        this.single = single;
        this.batch = batch;
        this.batcher = new Batcher<>(vertx, REQUESTS_MAX, Batch.CALLS_MAX, this::made);
    }

    /**
     * Makes a call: for {@link Downstream#call} or {@link Downstream#ask}, which guard it.
     *
     * @param key calls with the same key never share a request
     * @return the answer; null where it has no content. Fails as a request of its own does
     */
    public Uni<T> call(String key, C call) {
        return TraceContext.isRecorded()
                ? single.apply(call)
                : batcher.run(key, new Waiting<>(call, Vertx.currentContext())).map(this::value);
    }

    private @Nullable T value(Answer<T> answer) {
        if (answer.problem() != null) {
            throw Failures.ofProblem(service, answer.problem(), answer.retryAfterSeconds());
        }
        return answer.value();
    }

    private Uni<List<Answer<T>>> made(List<Waiting<C>> waiting) {
        Uni<List<Answer<T>>> request = waiting.size() == 1
                ? alone(waiting.getFirst().call())
                : together(waiting.stream().map(Waiting::call).toList());
        return Downstream.onContextOf(waiting.getFirst().context(), request);
    }

    private Uni<List<Answer<T>>> alone(C call) {
        return single.apply(call).map(value -> List.of(Answer.of(value)));
    }

    /** Fails with a {@link RemoteFailure} where that is what became of each call, and else with a {@link ProblemException}. */
    private Uni<List<Answer<T>>> together(List<C> calls) {
        return token.retried(() -> batch.apply(new Calls<>(calls)))
                .map(answers -> checked(answers, calls.size()))
                .onFailure()
                .transform(failure -> Failures.ofCall(service, failure));
    }

    private List<Answer<T>> checked(@Nullable Answers<T> answers, int calls) {
        if (answers == null || answers.answers().size() != calls) {
            throw Failures.malformed(service);
        }
        return answers.answers();
    }
}
