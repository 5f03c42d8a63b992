package io.dronedelivery.drone.fleet;

import static io.dronedelivery.drone.fleet.Samples.AIRFRAME;
import static io.dronedelivery.drone.fleet.Samples.BASE;
import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.lastReport;
import static io.dronedelivery.drone.fleet.Samples.request;
import static io.dronedelivery.drone.fleet.Samples.sample;
import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.mission.domain.MissionStep;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import io.dronedelivery.testing.Orders;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** A fleet to test, and how it is brought about what a test needs. */
public abstract class FleetSetting {
    protected static final Position NEAR = Orders.PICKUP;
    protected static final Position FAR = new Position(47.3600, 8.5500);

    protected abstract Registry registry();

    protected abstract MissionStore missions();

    protected abstract ReservationStore reservations();

    protected abstract TelemetryStore telemetryStore();

    @BeforeEach
    protected void aBase() {
        await(registry().keep("b1", BASE));
    }

    protected final void register(String droneId, Airframe airframe) {
        await(registry().register(droneId, Registration.overHttp("b1", airframe), NOW));
    }

    protected final void stands(String droneId, Position place, double battery) {
        register(droneId, AIRFRAME);
        stand(droneId, place, battery);
    }

    protected final void stand(String droneId, Position place, double battery) {
        see(standing(droneId, 1, place, battery), Duration.ZERO);
    }

    protected final void heard(String droneId, DroneTelemetry sample, Duration ago) {
        register(droneId, AIRFRAME);
        see(sample, ago);
    }

    protected final void see(DroneTelemetry sample, Duration ago) {
        await(telemetryStore().store(List.of(lastReport(sample, NOW.minus(ago)))));
    }

    protected final Outcome<Reservation> reserve(String deliveryId, int attempt, ReservationRequest request) {
        return await(reservations().reserve(deliveryId, attempt, request, NOW));
    }

    protected final void release(String deliveryId, int attempt) {
        change(deliveryId, missions -> missions.release(attempt, NOW));
    }

    protected final void recall(String deliveryId, int attempt) {
        change(deliveryId, missions -> missions.recall(attempt, NOW));
    }

    private void change(String deliveryId, UnaryOperator<DeliveryMissions> change) {
        change(missions(), deliveryId, NOW, change);
    }

    /** Changes the delivery's missions, where nothing is to be published. */
    public static void change(
            MissionStore store, String deliveryId, Instant now, UnaryOperator<DeliveryMissions> change) {
        await(store.change(deliveryId, now, before -> MissionStep.withoutEvents(change.apply(before))));
    }

    /** Does what an event means. */
    protected final void apply(MissionCommand command) {
        apply(missions(), command, NOW);
    }

    public static void apply(MissionStore store, MissionCommand command, Instant now) {
        change(store, command.deliveryId(), now, before -> command.apply(before, now));
    }

    protected final DroneState drone(String droneId) {
        return await(registry().drone(droneId)).orElseThrow();
    }

    public static Reservation granted(Outcome<Reservation> outcome) {
        assertThat(outcome).isInstanceOf(Granted.class);
        return ((Granted<Reservation>) outcome).value();
    }

    public static Refusal refusal(Outcome<Reservation> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused<Reservation>) outcome).code();
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
