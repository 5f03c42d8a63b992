package io.dronedelivery.supervisor.compensation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.State.Finished;
import io.dronedelivery.supervisor.compensation.domain.State.Parked;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
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
class CompensationPropertiesTest {
    private static final int RUNS = 100;
    private static final int DELIVERIES = 8;
    private static final int ROUNDS = 2_000;
    private static final Instant RESTORED_AT = Instant.parse("2026-05-02T08:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void allIsUndoneInReverseOrderOrParkedUntilAPersonRetries(long seed) {
        for (long run = 0; run < RUNS; run++) {
            new Run(seed * RUNS + run).check();
        }
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final double failing;
        private final double dying;
        private final CompensationFixture fixture;
        private final List<CompensationRequested> received = new ArrayList<>();
        private final List<Integer> restored = new ArrayList<>();
        private final List<Integer> succeeded = new ArrayList<>();

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.failing = random.nextDouble(0.6);
            this.dying = random.nextDouble(0.2);
            this.fixture = new CompensationFixture(
                    compensations -> new UnreliableCompensations(compensations, () -> random.nextDouble() < dying),
                    random);
            fixture.services.fail(() -> random.nextDouble() < failing, () -> random.nextDouble() < failing / 2);
        }

        void check() {
            for (int number = 0; number < DELIVERIES; number++) {
                receive(number);
            }
            for (int round = 0; round < ROUNDS && !allFinished(); round++) {
                // Two instances, and a person who looks in now and then.
                survive(fixture.runner.runDue());
                survive(fixture.runner.runDue());
                if (random.nextInt(4) == 0) {
                    retryParked();
                }
                fixture.pass(Duration.ofSeconds(random.nextInt(180)));
            }
            received.forEach(this::assertUndone);
            assertThat(fixture.published)
                    .as("seed %d: what is restored", seed)
                    .containsExactlyInAnyOrderElementsOf(restored.stream()
                            .map(number -> CompensationMessages.restore("d" + number, RESTORED_AT))
                            .toList());
        }

        private void receive(int number) {
            List<Step> steps = List.of(Step.values()).subList(0, 1 + random.nextInt(Step.values().length));
            var requested = CompensationMessages.compensation("d" + number, 1, steps, fixture.now());
            received.add(requested);
            switch (random.nextInt(4)) {
                case 0 -> {
                    succeeded.add(number);
                    fixture.services.answer("d" + number, 1, new Closed(false, null));
                }
                case 1 -> {
                    restored.add(number);
                    var restore = CompensationMessages.restore("d" + number, RESTORED_AT);
                    fixture.services.answer("d" + number, 1, new Closed(true, restore));
                }
                default -> fixture.services.answer("d" + number, 1, new Closed(true, null));
            }
            fixture.intake
                    .on(requested)
                    .onFailure()
                    .retry()
                    .indefinitely()
                    .await()
                    .indefinitely();
        }

        private boolean allFinished() {
            return fixture.compensations.all().stream()
                    .allMatch(compensation -> compensation.state() instanceof Finished);
        }

        private void retryParked() {
            fixture.compensations.all().stream()
                    .filter(compensation -> compensation.state() instanceof Parked)
                    .forEach(compensation -> survive(fixture.operations.act(
                            compensation.deliveryId(), compensation.attempt(), "ada", new Act.Retry(null))));
        }

        private void assertUndone(CompensationRequested requested) {
            String deliveryId = requested.deliveryId();
            boolean success = succeeded.stream().anyMatch(number -> deliveryId.equals("d" + number));
            Compensation compensation = fixture.compensation(deliveryId, 1);
            assertThat(compensation.state().status())
                    .as("seed %d: %s", seed, compensation)
                    .isEqualTo(Status.FINISHED);
            List<Step> expected = success
                    ? List.of()
                    : requested.undo().reversed().stream()
                            .filter(step -> step != Step.SCHEDULE)
                            .toList();
            assertThat(compensation.progress().undone().stream().map(Progress.Undone::step))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            // Repeats are allowed, but only of the step in hand.
            assertThat(fixture.services.callsWithoutRepeats(deliveryId, 1))
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
