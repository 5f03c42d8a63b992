package io.dronedelivery.drone.reservation;

import static io.dronedelivery.drone.fleet.FleetSetting.await;
import static io.dronedelivery.drone.fleet.Samples.AIRFRAME;
import static io.dronedelivery.drone.fleet.Samples.BASE;
import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.fleet.FleetSetting;
import io.dronedelivery.drone.fleet.RandomFleet;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.reservation.PgReservations.Asked;
import io.dronedelivery.drone.reservation.domain.FlightPlan;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes with one database: each knows of the other's changes only what it has read. */
@QuarkusTest
class TwoInstancesTest {
    private static final int DRONES = 40;
    private static final int REQUESTS = 60;
    private static final int SEEDS = 25;
    private static final int STEPS = 40;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Inject
    Transactions transactions;

    @Inject
    Registry registry;

    @Inject
    MissionStore missions;

    @Inject
    TelemetryStore telemetryStore;

    private List<Instance> instances = List.of();

    private final class Instance {
        final KnownFleet known = new KnownFleet();
        final PgReservations reservations = new PgReservations(vertx, transactions, known);

        void refresh() {
            known.apply(await(telemetryStore.since(known.mark())));
        }
    }

    @BeforeEach
    void anEmptyFleet() {
        Stream.of("missions", "withdrawals", "rejected_reports", "last_reports", "drones", "bases")
                .forEach(table -> await(pool.query("delete from " + table).execute()));
        instances = List.of(new Instance(), new Instance());
        await(registry.keep("b1", BASE));
    }

    private void register(int drones) {
        IntStream.range(0, drones)
                .forEach(drone ->
                        await(registry.register("drone-" + drone, Registration.overHttp("b1", AIRFRAME), NOW)));
    }

    @Test
    void ofMoreRequestsThanDronesExactlyAsManyAsThereAreDronesAreGranted() {
        register(DRONES);
        instances.forEach(Instance::refresh);

        List<Outcome<Reservation>> answers = await(Uni.join()
                .all(IntStream.range(0, REQUESTS)
                        .mapToObj(
                                index -> instances.get(index % 2).reservations.reserve("d" + index, 1, request(), NOW))
                        .toList())
                .andFailFast());

        assertThat(answers)
                .filteredOn(Granted.class::isInstance)
                .extracting(answer -> FleetSetting.granted(answer).droneId())
                .hasSize(DRONES)
                .doesNotHaveDuplicates();
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .extracting(FleetSetting::refusal)
                .hasSize(REQUESTS - DRONES)
                .containsOnly(Refusal.NO_DRONE_IN_TIME);
    }

    @Test
    void howeverFarTheyLagNoDroneIsHeldTwiceAndNobodyIsRefusedWhileOneIsFree() {
        int refused = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            anEmptyFleet();
            RandomFleet world = new RandomFleet(seed);
            world.fill(registry, telemetryStore);
            Random random = new Random(seed);
            Map<String, String> deliveries = new HashMap<>();
            for (int step = 0; step < STEPS; step++) {
                String deliveryId = "d" + random.nextInt(STEPS);
                Instance instance = instances.get(random.nextInt(2));
                switch (random.nextInt(6)) {
                    case 0 -> instance.refresh();
                    case 1 -> {
                        FleetSetting.change(missions, deliveryId, NOW, before -> before.release(1, NOW));
                        deliveries.remove(deliveryId);
                    }
                    case 2 -> report("drone-" + random.nextInt(12), 2 + step, random.nextDouble(100));
                    default -> {
                        ReservationRequest request = world.request();
                        boolean answeredBefore =
                                !await(missions.find(deliveryId)).missions().isEmpty();
                        Outcome<Reservation> answer = await(instance.reservations.reserve(deliveryId, 1, request, NOW));
                        if (answer instanceof Granted<Reservation>(Reservation held)) {
                            deliveries.put(deliveryId, held.droneId());
                        } else if (!answeredBefore && FleetSetting.refusal(answer) != Refusal.ATTEMPT_OVERTAKEN) {
                            refused++;
                            assertThat(able(request))
                                    .as("seed %d, step %d", seed, step)
                                    .isEmpty();
                        }
                    }
                }
                assertThat(deliveries.values())
                        .as("seed %d, step %d", seed, step)
                        .doesNotHaveDuplicates();
            }
        }
        assertThat(refused).isGreaterThan(SEEDS);
    }

    /** What a third process was told by the drone. */
    private void report(String droneId, int sequence, double battery) {
        await(telemetryStore.store(
                List.of(Samples.lastReport(Samples.standing(droneId, sequence, BASE.location(), battery), NOW))));
    }

    /** The drones that can fly it, by all that is stored. */
    private List<String> able(ReservationRequest request) {
        double home = Stream.of("b0", "b1", "b2")
                .mapToDouble(baseId -> request.dropoff()
                        .metersTo(await(registry.base(baseId)).orElseThrow().location()))
                .min()
                .orElseThrow();
        return await(registry.drones()).stream()
                .filter(drone -> drone.availability(NOW) == Availability.FREE)
                .filter(drone -> isAble(drone, request, home))
                .map(DroneState::droneId)
                .toList();
    }

    private static boolean isAble(DroneState drone, ReservationRequest request, double home) {
        Airframe airframe = drone.registration().airframe();
        FlightPlan plan = new FlightPlan(
                drone.stand().metersTo(request.pickup()), request.pickup().metersTo(request.dropoff()), home);
        Instant pickupAt = plan.pickupAt(NOW, request.readyAt(), airframe.cruiseSpeed());
        return airframe.payloadGramsMax() >= request.weightGrams()
                && plan.feasible(airframe, drone.battery())
                && !plan.dropoffAt(pickupAt, airframe.cruiseSpeed()).isAfter(request.deadline());
    }

    @Test
    void whatAnotherProcessWasToldOfADroneIsReadBeforeARefusal() {
        register(1);
        report("drone-0", 1, 10);
        instances.forEach(Instance::refresh);

        report("drone-0", 2, 100);

        assertThat(await(instances.getFirst().reservations.reserve("d1", 1, request(), NOW)))
                .isInstanceOf(Granted.class);
    }

    @Test
    void aDroneOfWhichSomethingNewerIsStoredIsJudgedByThat() {
        register(2);
        report("drone-0", 1, 100);
        report("drone-1", 1, 100);
        instances.forEach(Instance::refresh);

        report("drone-0", 2, 10);

        Outcome<Reservation> answer = await(instances.getFirst().reservations.reserve("d1", 1, request(), NOW));
        assertThat(FleetSetting.granted(answer).droneId()).isEqualTo("drone-1");
    }

    @Test
    void aDroneThatIsNumberedOnByOneProcessIsNumberedOnByTheOther() {
        register(1);
        report("drone-0", 7, 100);
        instances.forEach(Instance::refresh);

        LastReport numberedOn = Samples.lastReport(Samples.standing("drone-0", 8, BASE.location(), 100), NOW)
                .numberingNext(1);
        await(telemetryStore.store(List.of(numberedOn)));
        instances.forEach(Instance::refresh);

        assertThat(instances)
                .extracting(instance -> instance.known.find("drone-0"))
                .allSatisfy(drone -> assertThat(drone.lastReport()).isEqualTo(numberedOn));
    }

    @Test
    void aReservationTakesFourStatements() {
        register(DRONES);
        instances.forEach(Instance::refresh);

        assertThat(statements(instances.getFirst(), "d1", Granted.class)).hasSize(4);
    }

    @Test
    void aReservationTakesFewStatementsThoughAllDronesReportToAnotherProcess() {
        register(DRONES);
        IntStream.range(0, DRONES).forEach(drone -> report("drone-" + drone, 1, 100));
        Instance instance = instances.getFirst();
        instance.refresh();

        IntStream.range(0, DRONES).forEach(drone -> report("drone-" + drone, 2, 99));

        assertThat(statements(instance, "d1", Granted.class)).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void aRefusalTakesFourStatementsWhenNoDroneIsFree() {
        register(1);
        Instance instance = instances.getFirst();
        await(instance.reservations.reserve("before", 1, request(), NOW));
        instance.refresh();

        assertThat(statements(instance, "d1", Refused.class)).hasSize(4);
    }

    @Test
    void aRefusalTakesFewStatementsThoughAnotherProcessTookAllDrones() {
        register(DRONES);
        instances.forEach(Instance::refresh);
        IntStream.range(0, DRONES)
                .forEach(
                        index -> await(instances.getLast().reservations.reserve("before-" + index, 1, request(), NOW)));

        assertThat(statements(instances.getFirst(), "d1", Refused.class)).hasSizeLessThanOrEqualTo(7);
    }

    /** The statements of one reservation between begin and commit. */
    private List<String> statements(Instance instance, String deliveryId, Class<?> answer) {
        List<String> statements = new ArrayList<>();
        Asked asked = new Asked(deliveryId, 1, request(), NOW);
        assertThat(await(pool.withTransaction(tx -> instance.reservations.reserve(counting(tx, statements), asked)))
                        .answer())
                .isInstanceOf(answer);
        return statements;
    }

    private static SqlConnection counting(SqlConnection connection, List<String> statements) {
        Object counting = Proxy.newProxyInstance(
                SqlConnection.class.getClassLoader(),
                new Class<?>[] {io.vertx.sqlclient.SqlConnection.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("preparedQuery")) {
                        statements.add((String) arguments[0]);
                    }
                    return method.invoke(connection.getDelegate(), arguments);
                });
        return new SqlConnection((io.vertx.sqlclient.SqlConnection) counting);
    }
}
