package io.dronedelivery.chassis.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.failure.NotYet;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Batch.Answer;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which calls share a request, and what each is told of it. */
@QuarkusTest
class BatchedCallsTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String FIRST = "first";

    private final Downstreams downstreams;
    private final List<UniEmitter<? super String>> held = new CopyOnWriteArrayList<>();
    private final List<String> singles = new CopyOnWriteArrayList<>();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private BatchedCalls<String, String> calls;

    private Function<List<String>, Uni<Answers<String>>> answers =
            all -> Uni.createFrom().item(granted(all));

    BatchedCallsTest(Downstreams downstreams) {
        this.downstreams = downstreams;
    }

    private Uni<String> single(String call) {
        singles.add(call);
        return call.equals(FIRST)
                ? Uni.createFrom().emitter(held::add)
                : Uni.createFrom().item("single " + call);
    }

    private Uni<Answers<String>> batch(Calls<String> batch) {
        batches.add(batch.calls());
        return answers.apply(batch.calls());
    }

    private static Answers<String> granted(List<String> calls) {
        return new Answers<>(
                calls.stream().map(call -> Answer.of("batch " + call)).toList());
    }

    private static Answers<String> answered(Answer<String> first, Answer<String> second) {
        return new Answers<>(List.of(first, second));
    }

    private static Answer<String> problem(Problem problem, @Nullable Long retryAfterSeconds) {
        return new Answer<>(null, problem, retryAfterSeconds);
    }

    private CompletableFuture<String> call(String call) {
        return calls.call(call, call).subscribeAsCompletionStage();
    }

    @BeforeEach
    void aRequestIsUnderWay() {
        calls = downstreams.of("batched").batched(this::single, this::batch);
        call(FIRST);
        await().until(() -> !held.isEmpty());
        singles.clear();
    }

    private void theRequestEnds() {
        held.getFirst().complete("done");
    }

    @Test
    void callsThatComeWhileOthersAreUnderWayShareARequest() {
        CompletableFuture<String> a = call("a");
        CompletableFuture<String> b = call("b");
        assertThat(batches).isEmpty();

        theRequestEnds();

        assertThat(a).succeedsWithin(SOON).isEqualTo("batch a");
        assertThat(b).succeedsWithin(SOON).isEqualTo("batch b");
        assertThat(batches).containsExactly(List.of("a", "b"));
        assertThat(singles).isEmpty();
    }

    @Test
    void eachIsToldWhatBecameOfItself() {
        Problem refusal = Problems.of(Refusal.NO_CARRIER, "why");
        answers = _ -> Uni.createFrom()
                .item(answered(
                        problem(refusal, null), problem(Problems.of(503, "UNAVAILABLE", "The database is away."), 7L)));
        CompletableFuture<String> a = call("a");
        CompletableFuture<String> b = call("b");

        theRequestEnds();

        assertThat(a)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(ProblemException.class, failure -> assertThat(failure.problem())
                        .isEqualTo(refusal));
        assertThat(b)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(failure.retryAfter())
                        .isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void nothingAndNotYetAreAnswers() {
        answers = _ -> Uni.createFrom()
                .item(answered(Answer.of(null), problem(Problems.of(409, "NOT_YET", "Ask again."), null)));
        CompletableFuture<String> a = call("a");
        CompletableFuture<String> b = call("b");

        theRequestEnds();

        assertThat(a).succeedsWithin(SOON).isNull();
        assertThat(b).failsWithin(SOON).withThrowableThat().havingCause().isInstanceOf(NotYet.class);
    }

    @Test
    void inAnOutageNobodyIsAskedForEachOne() {
        answers = _ -> Uni.createFrom().failure(new WebApplicationException(503));
        CompletableFuture<String> a = call("a");
        CompletableFuture<String> b = call("b");

        theRequestEnds();

        assertThat(a).failsWithin(SOON).withThrowableThat().havingCause().isExactlyInstanceOf(RemoteFailure.class);
        assertThat(b).failsWithin(SOON).withThrowableThat().havingCause().isExactlyInstanceOf(RemoteFailure.class);
        assertThat(singles).isEmpty();
    }

    static Stream<Uni<Answers<String>>> refusals() {
        return Stream.of(
                Uni.createFrom().failure(new WebApplicationException(400)),
                Uni.createFrom().failure(new WebApplicationException(404)),
                Uni.createFrom().item(granted(List.of("one answer too few"))),
                Uni.createFrom().nullItem());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsRefusedAsAWholeIsAskedForOneByOne(Uni<Answers<String>> refusal) {
        answers = _ -> refusal;
        CompletableFuture<String> a = call("a");
        CompletableFuture<String> b = call("b");

        theRequestEnds();

        assertThat(a).succeedsWithin(SOON).isEqualTo("single a");
        assertThat(b).succeedsWithin(SOON).isEqualTo("single b");
        assertThat(batches).hasSize(1);
    }

    @Test
    void aTokenThatIsRefusedIsRenewedForAllAtOnce() {
        answers = calls -> batches.size() == 1
                ? Uni.createFrom().failure(new WebApplicationException(401))
                : Uni.createFrom().item(granted(calls));
        CompletableFuture<String> a = call("a");
        CompletableFuture<String> b = call("b");

        theRequestEnds();

        assertThat(a).succeedsWithin(SOON).isEqualTo("batch a");
        assertThat(b).succeedsWithin(SOON).isEqualTo("batch b");
        assertThat(batches).hasSize(2);
        assertThat(singles).isEmpty();
    }
}
