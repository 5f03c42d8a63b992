package io.dronedelivery.supervisor.compensation.domain;

import static io.dronedelivery.supervisor.compensation.domain.CompensationFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TakeOverTest {
    private final CompensationFixture fixture = new CompensationFixture();
    private final CompletableFuture<Closed> answer = new CompletableFuture<>();
    private final List<Step> undoneByTheSlow = new ArrayList<>();
    private final CompensationRunner slow = new CompensationRunner(
            fixture.compensations, new SlowServices(), CompensationFixture.RETRY_POLICY, fixture::now, new Random(1));

    @Test
    void anInstanceThatWasTooSlowStopsWhereAnotherHasTakenOver() {
        var restore = CompensationMessages.restore("d", fixture.now());
        fixture.services.answer("d", 1, new Closed(true, restore));
        done(fixture.intake.on(CompensationMessages.compensation("d", 1, List.of(Step.HOLD_MONEY), fixture.now())));
        CompletableFuture<List<Compensation>> waiting = slow.runDue().subscribeAsCompletionStage();

        done(fixture.runner.runDue());
        assertThat(fixture.services.calls).isEmpty();
        fixture.pass(CompensationFixture.RETRY_POLICY.lease());
        done(fixture.runner.runDue());
        answer.complete(new Closed(true, restore));

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(1));
        assertThat(fixture.services.calls("d", 1)).containsExactly("close", "HOLD_MONEY");
        assertThat(undoneByTheSlow).isEmpty();
        assertThat(fixture.published).containsExactly(restore);
    }

    private final class SlowServices implements Services {
        @Override
        public Uni<Outcome<Done>> recall(String deliveryId, int attempt) {
            throw new AssertionError("nothing flies");
        }

        @Override
        public Uni<Outcome<Closed>> close(String deliveryId, int attempt, Closure closure) {
            return Uni.createFrom().completionStage(answer).map(Granted::new);
        }

        @Override
        public Uni<Outcome<Done>> undo(Step step, String deliveryId, int attempt) {
            undoneByTheSlow.add(step);
            return Uni.createFrom().item(new Granted<>(new Done()));
        }
    }
}
