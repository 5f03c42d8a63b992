package io.dronedelivery.drone.telemetry;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.fleet.FleetContract;
import io.dronedelivery.drone.fleet.InMemoryFleet;
import io.dronedelivery.drone.fleet.RandomFleet;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.drone.mission.domain.Mission;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.drone.reservation.PgReservations;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgFleetTest extends FleetContract {
    private static final int DRONES = 40;
    private static final int DELIVERIES = 60;
    private static final int SEEDS = 40;

    @Inject
    Registry registry;

    @Inject
    MissionStore missions;

    @Inject
    TelemetryStore telemetryStore;

    /** They would tell what a test is about to tell. */
    @Inject
    PeriodicTasks rounds;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Inject
    Transactions transactions;

    private ReservationStore reservations;

    @Override
    protected Registry registry() {
        return registry;
    }

    @Override
    protected MissionStore missions() {
        return missions;
    }

    @Override
    protected ReservationStore reservations() {
        return reservations;
    }

    @Override
    protected TelemetryStore telemetryStore() {
        return telemetryStore;
    }

    @BeforeEach
    @Override
    protected void aBase() {
        rounds.stop(new ShutdownEvent());
        clear();
        knowing(new KnownFleet());
        super.aBase();
    }

    /** Each fleet is known from the start: that of the service remembers what was cleared. */
    private void knowing(KnownFleet fleet) {
        reservations = new PgReservations(vertx, transactions, fleet);
    }

    @AfterEach
    void restartPeriodicTasks() {
        rounds.start(new StartupEvent());
    }

    /** Row by row: a round that was stopped may still be at its query, and truncating waits for that in a ring. */
    private void clear() {
        Stream.of("missions", "withdrawals", "rejected_reports", "last_reports", "drones", "bases")
                .forEach(table -> await(pool.query("delete from " + table).execute()));
    }

    @Test
    void requestsAtTheSameTimeNeverShareADroneAndNoneIsLeftOver() {
        IntStream.range(0, DRONES).forEach(drone -> stands("drone-" + drone, NEAR, 100));

        List<Outcome<Reservation>> answers = await(Uni.join()
                .all(IntStream.range(0, DELIVERIES)
                        .mapToObj(delivery -> reservations.reserve("d" + delivery, 1, request(), NOW))
                        .toList())
                .andFailFast());

        assertThat(answers.stream().filter(Granted.class::isInstance).map(FleetContract::granted))
                .extracting(Reservation::droneId)
                .hasSize(DRONES)
                .doesNotHaveDuplicates();
    }

    @Test
    void attemptsAtOneDeliveryThatRaceHoldOneDroneAtMost() {
        IntStream.range(0, DRONES).forEach(drone -> stands("drone-" + drone, NEAR, 100));

        await(Uni.join()
                .all(IntStream.range(0, DRONES)
                        .mapToObj(attempt -> reservations.reserve("d", 1 + attempt / 2, request(), NOW))
                        .toList())
                .andFailFast());

        assertThat(await(missions.find("d")).missions())
                .filteredOn(mission -> mission instanceof Mission.WithDrone granted && granted.held())
                .hasSize(1);
        assertThat(await(registry.drones()))
                .filteredOn(drone -> drone.heldFor() != null)
                .hasSize(1);
    }

    @Test
    void aDroneThatAnotherTransactionOnlyLockedIsFoundAllTheSame() {
        stands("only", NEAR, 100);
        CompletableFuture<Void> looking = new CompletableFuture<>();
        CompletableFuture<Void> looked = new CompletableFuture<>();
        Uni<Void> other = pool.withTransaction(tx -> tx.query("select from drones for update")
                .execute()
                .invoke(() -> looking.complete(null))
                .chain(() -> Uni.createFrom().completionStage(looked)));
        CompletableFuture<Void> otherEnds = other.subscribeAsCompletionStage();
        looking.join();

        CompletableFuture<Outcome<Reservation>> answer =
                reservations.reserve("d1", 1, request(), NOW).subscribeAsCompletionStage();
        assertThat(answer).isNotDone();
        looked.complete(null);

        assertThat(granted(answer.join()).droneId()).isEqualTo("only");
        otherEnds.join();
    }

    @Test
    void aLaterChangeOfADroneHasAGreaterRevisionThoughItsTransactionBeganEarlier() {
        register("one", Samples.AIRFRAME);

        AtomicLong writtenOff = new AtomicLong();
        long revision = await(pool.withTransaction(tx -> tx.query("select pg_current_xact_id()")
                .execute()
                .chain(() -> registry.writeOff("one", new WrittenOff("Ada", NOW, "fell into the lake")))
                .chain(() -> registry.drone("one"))
                .invoke(drone -> writtenOff.set(drone.orElseThrow().revision()))
                .chain(() -> tx.query("update drones set revision = revision(revision) returning revision")
                        .execute())
                .map(rows -> rows.iterator().next().getLong("revision"))));

        assertThat(revision).isGreaterThan(writtenOff.get());
    }

    @Test
    void aLostLinkIsPublishedInTheDronesStream() {
        stands("goes-silent", NEAR, 100);
        reserve("d1", 1, request());
        apply(new MissionCommand.Confirm("d1", 1));
        await(telemetryStore.store(List.of(Samples.lastReport(
                Samples.sample("goes-silent", 2, NEAR, 90, FlightStatus.AIRBORNE, Payload.EMPTY),
                NOW.minusSeconds(61)))));

        await(telemetryStore.publishLostLinks(List.of("goes-silent"), NOW.minusSeconds(60)));

        try (KafkaProbe probe = new KafkaProbe()) {
            assertThat(probe.await(
                            Topic.DRONE_TELEMETRY,
                            DroneStream.class,
                            message -> message.droneId().equals("goes-silent"),
                            1))
                    .containsExactly(
                            new LinkLost("goes-silent", 2, NOW.plusSeconds(2), new MissionReference("d1", 1, false)));
        }
    }

    @Test
    void theDatabaseChoosesAsTheRulesInMemoryDo() {
        for (long seed = 0; seed < SEEDS; seed++) {
            clear();
            InMemoryFleet memory = new InMemoryFleet(_ -> {});
            new RandomFleet(seed).fill(memory, memory);
            RandomFleet world = new RandomFleet(seed);
            world.fill(registry, telemetryStore);
            KnownFleet known = new KnownFleet();
            known.apply(await(telemetryStore.since(0)));
            knowing(seed % 2 == 0 ? known : new KnownFleet());
            for (int delivery = 0; delivery < 8; delivery++) {
                ReservationRequest request = world.request();
                assertThat(reserve("d" + delivery, 1, request))
                        .as("seed %d, delivery %d", seed, delivery)
                        .isEqualTo(await(memory.reserve("d" + delivery, 1, request, NOW)));
            }
        }
    }
}
