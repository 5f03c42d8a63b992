package io.dronedelivery.supervisor.domain.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.State.Finished;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services fail and processes die at random: in the end all is undone, in reverse order, and nothing else. */
class UndoingPropertiesTest {
    private static final int RUNS = 100;
    private static final int DELIVERIES = 8;
    private static final int ROUNDS = 2_000;
    private static final Instant RESTORED_AT = Instant.parse("2026-05-02T08:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void allIsUndoneInReverseOrderOrParkedUntilAPersonHeals(long seed) {
        for (long run = 0; run < RUNS; run++) {
            new Run(seed * RUNS + run).check();
        }
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final double failing;
        private final double dying;
        private final World world;
        private final List<CompensationRequested> received = new ArrayList<>();
        private final List<Integer> restored = new ArrayList<>();
        private final List<Integer> succeeded = new ArrayList<>();

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.failing = random.nextDouble(0.6);
            this.dying = random.nextDouble(0.2);
            this.world = new World(
                    workflows -> new UnreliableWorkflows(workflows, () -> random.nextDouble() < dying), random);
            world.services.fail(() -> random.nextDouble() < failing, () -> random.nextDouble() < failing / 2);
        }

        void check() {
            for (int number = 0; number < DELIVERIES; number++) {
                receive(number);
            }
            for (int round = 0; round < ROUNDS && !allFinished(); round++) {
                // Two instances, and a person who looks in now and then.
                survive(world.undoing.runDue());
                survive(world.undoing.runDue());
                if (random.nextInt(4) == 0) {
                    retryParked();
                }
                world.pass(Duration.ofSeconds(random.nextInt(180)));
            }
            received.forEach(this::assertUndone);
            assertThat(world.published)
                    .as("seed %d: what is restored", seed)
                    .containsExactlyInAnyOrderElementsOf(restored.stream()
                            .map(number -> Messages.restore("d" + number, RESTORED_AT))
                            .toList());
        }

        private void receive(int number) {
            List<Step> steps = List.of(Step.values()).subList(0, 1 + random.nextInt(Step.values().length));
            var requested = Messages.compensation("d" + number, 1, steps, world.now());
            received.add(requested);
            switch (random.nextInt(4)) {
                case 0 -> {
                    succeeded.add(number);
                    world.services.answer("d" + number, 1, new Closed(false, null));
                }
                case 1 -> {
                    restored.add(number);
                    var restore = Messages.restore("d" + number, RESTORED_AT);
                    world.services.answer("d" + number, 1, new Closed(true, restore));
                }
                default -> world.services.answer("d" + number, 1, new Closed(true, null));
            }
            world.compensations
                    .on(requested)
                    .onFailure()
                    .retry()
                    .indefinitely()
                    .await()
                    .indefinitely();
        }

        private boolean allFinished() {
            return world.workflows.all().stream().allMatch(workflow -> workflow.state() instanceof Finished);
        }

        private void retryParked() {
            world.workflows.all().stream()
                    .filter(workflow -> workflow.state() instanceof Parked)
                    .forEach(workflow -> survive(world.operations.act(
                            workflow.deliveryId(), workflow.attempt(), "ada", new Act.Retry(null))));
        }

        private void assertUndone(CompensationRequested requested) {
            String deliveryId = requested.deliveryId();
            boolean success = succeeded.stream().anyMatch(number -> deliveryId.equals("d" + number));
            Workflow workflow = world.workflow(deliveryId, 1);
            assertThat(workflow.state().status())
                    .as("seed %d: %s", seed, workflow)
                    .isEqualTo(Status.FINISHED);
            List<Step> expected = success
                    ? List.of()
                    : requested.undo().reversed().stream()
                            .filter(step -> step != Step.SCHEDULE)
                            .toList();
            assertThat(workflow.progress().undone().stream().map(Progress.Undone::step))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            // Repeats are allowed, but only of the step in hand.
            assertThat(world.services.callsWithoutRepeats(deliveryId, 1))
                    .as("seed %d", seed)
                    .isEqualTo(
                            Stream.concat(Stream.of("close"), expected.stream().map(Step::name))
                                    .toList());
        }

        private static void survive(Uni<?> work) {
            work.onFailure().recoverWithNull().await().indefinitely();
        }
    }
}
