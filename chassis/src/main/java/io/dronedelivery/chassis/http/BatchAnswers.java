package io.dronedelivery.chassis.http;

import io.dronedelivery.contracts.Batch.Answer;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Calls;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Answers a batch: each call for itself, whatever becomes of the others. */
@Singleton
public class BatchAnswers {
    private final ProblemAnswers problems;

    BatchAnswers(ProblemAnswers problems) {
        this.problems = problems;
    }

    /**
     * The answers to all calls, which are carried out at the same time.
     *
     * @param single carries one out; what it fails with is answered as it is to a request of its own
     */
    public <C, T> Uni<Answers<T>> of(Calls<C> batch, Function<C, Uni<T>> single) {
        List<Uni<Answer<T>>> answers = batch.calls().stream()
                .map(call -> Uni.createFrom()
                        .deferred(() -> single.apply(call))
                        .map(Answer::of)
                        .onFailure()
                        .recoverWithItem(this::failed))
                .toList();
        return Uni.join().all(answers).andFailFast().map(Answers::new);
    }

    private <T> Answer<T> failed(Throwable failure) {
        return new Answer<>(
                null, problems.printable(FailureProblems.of(failure)), FailureProblems.retryAfterSeconds(failure));
    }
}
