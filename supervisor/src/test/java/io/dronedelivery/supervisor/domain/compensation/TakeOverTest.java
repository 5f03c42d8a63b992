package io.dronedelivery.supervisor.domain.compensation;

import static io.dronedelivery.supervisor.domain.compensation.World.done;
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
    private final World world = new World();
    private final CompletableFuture<Closed> answer = new CompletableFuture<>();
    private final List<Step> undoneByTheSlow = new ArrayList<>();
    private final Undoing slow =
            new Undoing(world.workflows, new SlowServices(), World.PATIENCE, world::now, new Random(1));

    @Test
    void anInstanceThatWasTooSlowStopsWhereAnotherHasTakenOver() {
        var restore = Messages.restore("d", world.now());
        world.services.answer("d", 1, new Closed(true, restore));
        done(world.compensations.on(Messages.compensation("d", 1, List.of(Step.HOLD_MONEY), world.now())));
        CompletableFuture<List<Workflow>> waiting = slow.runDue().subscribeAsCompletionStage();

        done(world.undoing.runDue());
        assertThat(world.services.calls).isEmpty();
        world.pass(World.PATIENCE.lease());
        done(world.undoing.runDue());
        answer.complete(new Closed(true, restore));

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(1));
        assertThat(world.services.calls("d", 1)).containsExactly("close", "HOLD_MONEY");
        assertThat(undoneByTheSlow).isEmpty();
        assertThat(world.published).containsExactly(restore);
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
