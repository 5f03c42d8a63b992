package io.dronedelivery.supervisor.compensation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.State.Finished;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flights fail, drones stay silent, parcels lie about, people decide or don't, services fail and processes die at random: in
 * the end each is recovered once, in the right order, and never while its drone may fly on.
 */
class RecoveryPropertiesTest {
    private static final int RUNS = 100;
    private static final int FLIGHTS = 8;
    private static final int ROUNDS = 4_000;
    private static final int A_MORNING_IN_MINUTES = 240;
    private static final Instant ANEW_AT = Instant.parse("2026-05-02T08:00:00Z");
    private static final List<String> ALL =
            List.of("recall", "close", "BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY");
    private static final List<Remedy> DECISIONS =
            List.of(Remedy.PARCEL_RECOVERED, Remedy.HANDED_OVER, Remedy.RETURNED, Remedy.GIVE_UP);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyFailedFlightIsRecoveredOnceAndInOrder(long seed) {
        for (long run = 0; run < RUNS; run++) {
            new Run(seed * RUNS + run).check();
        }
    }

    private record Flight(String id, boolean pickedUp, boolean succeeded, boolean anew, Instant stopsAt) {}

    private static final class Run {
        private final long seed;
        private final Random random;
        private final CompensationFixture fixture;
        private final List<Flight> flights = new ArrayList<>();

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            double dying = random.nextDouble(0.2);
            double failing = random.nextDouble(0.6);
            this.fixture = new CompensationFixture(
                    compensations -> new UnreliableCompensations(compensations, () -> random.nextDouble() < dying),
                    random);
            fixture.services.fail(() -> random.nextDouble() < failing, () -> random.nextDouble() < failing / 2);
        }

        void check() {
            for (int number = 0; number < FLIGHTS; number++) {
                fail("d" + number);
            }
            for (int round = 0; round < ROUNDS && !allFinished(); round++) {
                survive(fixture.runner.runDue());
                survive(fixture.runner.runDue());
                fixture.compensations.all().forEach(this::lookAfter);
                flights.forEach(this::land);
                fixture.pass(Duration.ofSeconds(random.nextInt(180)));
            }
            flights.forEach(this::assertRecovered);
            assertThat(fixture.published)
                    .as("seed %d: what is scheduled anew", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            flights.stream().filter(Flight::anew).map(Run::anew).toList());
        }

        private void fail(String id) {
            boolean succeeded = random.nextInt(4) == 0;
            Flight flight = new Flight(
                    id,
                    random.nextBoolean(),
                    succeeded,
                    !succeeded && random.nextBoolean(),
                    fixture.now().plus(Duration.ofMinutes(random.nextInt(A_MORNING_IN_MINUTES))));
            flights.add(flight);
            fixture.services.answer(id, 1, new Closed(!succeeded, flight.anew() ? anew(flight) : null));
            fixture.services.fly(id, 1);
            if (flight.pickedUp()) {
                fixture.services.pickUp(id, 1);
            }
            hear(id);
        }

        private static DeliveryRequest.RescheduleDelivery anew(Flight flight) {
            return CompensationMessages.restore(flight.id(), ANEW_AT);
        }

        private void hear(String id) {
            fixture.intake
                    .on(CompensationMessages.interrupted(id, 1, 7, ANEW_AT.minus(Duration.ofDays(1))))
                    .onFailure()
                    .retry()
                    .indefinitely()
                    .await()
                    .indefinitely();
        }

        /** CompensationMessages come again, and people look in now and then. */
        private void lookAfter(Compensation compensation) {
            Act act =
                    switch (compensation.state().status()) {
                        case PARKED, AWAITING_DRONE -> new Act.Retry(null);
                        case UNDECIDED -> new Act.Decide(DECISIONS.get(random.nextInt(4)), "looked for it");
                        case WAITING, FINISHED, RESOLVED -> null;
                    };
            if (act != null && random.nextInt(40) == 0) {
                survive(fixture.operations.act(compensation.deliveryId(), 1, "ada", act));
            }
            if (random.nextInt(10) == 0) {
                hear(compensation.deliveryId());
            }
        }

        private void land(Flight flight) {
            if (fixture.now().isAfter(flight.stopsAt())) {
                fixture.services.stop(flight.id(), 1);
            } else {
                assertThat(fixture.services.callsWithoutRepeats(flight.id(), 1))
                        .as("seed %d: nothing before the drone has stopped", seed)
                        .isSubsetOf("recall");
            }
        }

        private boolean allFinished() {
            return fixture.compensations.all().stream()
                    .allMatch(compensation -> compensation.state() instanceof Finished);
        }

        private void assertRecovered(Flight flight) {
            Compensation compensation = fixture.compensation(flight.id(), 1);
            assertThat(compensation.state())
                    .as("seed %d: %s", seed, compensation)
                    .isInstanceOf(Finished.class);
            assertThat(fixture.services.callsWithoutRepeats(flight.id(), 1))
                    .as("seed %d", seed)
                    .isEqualTo(flight.succeeded() ? ALL.subList(0, 2) : ALL);
            assertThat(compensation.closure().remedy() != Remedy.SCHEDULE_ANEW)
                    .as("seed %d: somebody said what became of the parcel", seed)
                    .isEqualTo(flight.pickedUp());
            assertThat(compensation.journal().stream().anyMatch(entry -> entry.act() instanceof Act.Decide))
                    .as("seed %d: which is written down", seed)
                    .isEqualTo(flight.pickedUp());
        }

        private static void survive(Uni<?> work) {
            work.onFailure().recoverWithNull().await().indefinitely();
        }
    }
}
