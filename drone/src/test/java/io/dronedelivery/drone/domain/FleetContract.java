package io.dronedelivery.drone.domain;

import static io.dronedelivery.drone.domain.Samples.AIRFRAME;
import static io.dronedelivery.drone.domain.Samples.BASE;
import static io.dronedelivery.drone.domain.Samples.NOW;
import static io.dronedelivery.drone.domain.Samples.request;
import static io.dronedelivery.drone.domain.Samples.sample;
import static io.dronedelivery.drone.domain.Samples.sighting;
import static io.dronedelivery.drone.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Door;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.testing.Orders;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every fleet does, wherever it is kept. */
public abstract class FleetContract {
    protected static final Position NEAR = Orders.PICKUP;
    private static final Position FAR = new Position(47.3600, 8.5500);

    protected abstract Registry registry();

    protected abstract Bookings bookings();

    protected abstract Sightings sightings();

    @BeforeEach
    protected void aBase() {
        await(registry().keep("b1", BASE));
    }

    @Test
    void theNearestOfEquallyFastDronesIsReserved() {
        stands("far", FAR, 100);
        stands("near", NEAR, 100);

        Reservation held = granted(reserve("d1", 1, request()));

        assertThat(held.droneId()).isEqualTo("near");
        assertThat(held.pickupAt()).isEqualTo(NOW.plus(FlightPlan.TURNAROUND));
        assertThat(held.dropoffAt()).isAfter(held.pickupAt());
        assertThat(await(bookings().of("d1"))).extracting(Booking::state).containsExactly(Booking.State.RESERVED);
        assertThat(drone("near").availability(NOW)).isEqualTo(Availability.RESERVED);
    }

    @Test
    void aFasterDroneFromFartherAwayIsEarlierAtThePickup() {
        register("slow", new Airframe("slow", 2_000, 10_000, 2));
        stand("slow", new Position(47.3800, 8.5400), 100);
        stands("fast", FAR, 100);

        assertThat(granted(reserve("d1", 1, request())).droneId()).isEqualTo("fast");
    }

    @Test
    void aDroneThatWasNeverHeardOfYetStandsFullyChargedAtItsBase() {
        register("new", AIRFRAME);

        assertThat(granted(reserve("d1", 1, request())).droneId()).isEqualTo("new");
    }

    @Test
    void aDroneWithTooLittleBatteryIsNeverReserved() {
        stands("weak", NEAR, 45); // 2.5 of the 10 km above the reserve; it takes 2.5 km there and 2.2 km home

        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);
    }

    @Test
    void aDroneThatIsNotThereForItIsNotReserved() {
        heard("airborne", sample("airborne", 1, NEAR, 100, FlightStatus.AIRBORNE, Payload.EMPTY), Duration.ZERO);
        heard("loaded", sample("loaded", 1, NEAR, 100, FlightStatus.LANDED, Payload.LOADED), Duration.ZERO);
        heard("broken", sample("broken", 1, NEAR, 100, FlightStatus.EMERGENCY, Payload.EMPTY), Duration.ZERO);
        heard("silent", standing("silent", 1, NEAR, 100), DroneState.HEARD_WITHIN.plusSeconds(1));

        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);
        assertThat(drone("silent").availability(NOW)).isEqualTo(Availability.UNAVAILABLE);
        assertThat(drone("loaded").availability(NOW)).isEqualTo(Availability.RETURNING);
    }

    @Test
    void whatNoDroneCanDoIsToldFromWhatNoneCanDoNow() {
        stands("only", NEAR, 100);
        ReservationRequest light = request();

        assertThat(refusal(reserve("heavy", 1, request(2_001)))).isEqualTo(Refusal.TOO_HEAVY_FOR_DRONES);
        assertThat(refusal(reserve(
                        "distant",
                        1,
                        new ReservationRequest(light.pickup(), new Position(47.45, 8.6), 900, NOW, light.deadline()))))
                .isEqualTo(Refusal.OUT_OF_DRONE_RANGE);
        assertThat(refusal(reserve(
                        "hurried",
                        1,
                        new ReservationRequest(light.pickup(), light.dropoff(), 900, NOW, NOW.plusSeconds(60)))))
                .isEqualTo(Refusal.NO_DRONE_IN_TIME);
        assertThat(granted(reserve("possible", 1, light)).droneId()).isEqualTo("only");
    }

    @Test
    void theSameAttemptIsAlwaysAnsweredTheSame() {
        Outcome<Reservation> refused = reserve("d1", 1, request());
        stands("late", NEAR, 100);
        Outcome<Reservation> granted = reserve("d1", 2, request());

        assertThat(refusal(refused)).isEqualTo(Refusal.TOO_HEAVY_FOR_DRONES);
        assertThat(reserve("d1", 2, request())).isEqualTo(granted);
        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(reserve("d2", 1, request())).isEqualTo(reserve("d2", 1, request()));
    }

    @Test
    void aHigherAttemptReleasesTheDroneOfTheLowerAndMayTakeIt() {
        stands("only", NEAR, 100);
        reserve("d1", 1, request());

        assertThat(granted(reserve("d1", 2, request())).droneId()).isEqualTo("only");
        assertThat(await(bookings().of("d1")))
                .extracting(Booking::state)
                .containsExactlyInAnyOrder(Booking.State.ENDED, Booking.State.RESERVED);
        assertThat(drone("only").assignment()).isEqualTo(new MissionReference("d1", 2, false));
    }

    @Test
    void anAttemptThatWasUndoneCanHoldNothingAnyMore() {
        stands("only", NEAR, 100);
        await(bookings().release("before", 1, NOW));
        reserve("after", 1, request());
        await(bookings().release("after", 1, NOW));
        await(bookings().release("after", 1, NOW));

        assertThat(refusal(reserve("before", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(refusal(reserve("after", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.FREE);
    }

    @Test
    void undoingALaterAttemptLeavesTheDroneOfTheEarlier() {
        stands("only", NEAR, 100);
        reserve("d1", 1, request());

        await(bookings().release("d1", 2, NOW));

        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.RESERVED);
        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    @Test
    void aReservationBecomesAMissionAndEndsWithTheDelivery() {
        stands("only", NEAR, 100);
        reserve("d1", 1, request());
        assertThat(drone("only").order().flight()).isNull();

        await(bookings().apply("d1/2", new Effect.Begin("d1", 1), NOW));
        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.ON_MISSION);
        assertThat(drone("only").order().flight())
                .isEqualTo(new Flight(new MissionReference("d1", 1, false), Orders.PICKUP, Orders.DROPOFF, 900, NOW));

        await(bookings().apply("d1/7", new Effect.End("d1", 1), NOW));
        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.FREE);
        assertThat(drone("only").order().flight()).isNull();
        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    @Test
    void anEventThatComesAgainChangesNothing() {
        stands("only", NEAR, 100);
        reserve("d1", 1, request());
        await(bookings().apply("d1/2", new Effect.Overtake("d1", 1), NOW));
        reserve("d1", 2, request());

        await(bookings().apply("d1/2", new Effect.End("d1", 1), NOW));

        assertThat(drone("only").assignment()).isEqualTo(new MissionReference("d1", 2, false));
    }

    @Test
    void anEventOfAnEarlierAttemptEndsNothingOfALater() {
        stands("only", NEAR, 100);
        reserve("d1", 2, request());

        await(bookings().apply("d1/2", new Effect.Overtake("d1", 1), NOW));
        await(bookings().apply("d1/3", new Effect.Begin("d1", 2), NOW));

        assertThat(drone("only").availability(NOW)).isEqualTo(Availability.ON_MISSION);
    }

    @Test
    void anEndedDeliveryFencesAnAttemptThatHasNotAskedYet() {
        stands("only", NEAR, 100);

        await(bookings().apply("d1/2", new Effect.End("d1", 1), NOW));

        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    @Test
    void withoutAPayloadSensorADroneIsEmptyOnceItIsSeenOnTheGroundAfterItsMission() {
        register("blind", AIRFRAME);
        see(sample("blind", 1, NEAR, 100, FlightStatus.LANDED, Payload.UNKNOWN), Duration.ofSeconds(1));
        reserve("d1", 1, request());
        await(bookings().apply("d1/2", new Effect.Begin("d1", 1), NOW));
        await(bookings().apply("d1/3", new Effect.End("d1", 1), NOW));

        assertThat(drone("blind").availability(NOW)).isEqualTo(Availability.RETURNING);
        assertThat(refusal(reserve("d2", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);

        see(sample("blind", 2, NEAR, 100, FlightStatus.LANDED, Payload.UNKNOWN), Duration.ZERO);
        assertThat(granted(reserve("d3", 1, request())).droneId()).isEqualTo("blind");
    }

    @Test
    void anOlderSightingNeverTakesThePlaceOfANewer() {
        stands("drone", NEAR, 80);
        see(sample("drone", 9, FAR, 70, FlightStatus.LANDED, Payload.EMPTY), Duration.ZERO);
        see(sample("drone", 8, NEAR, 75, FlightStatus.AIRBORNE, Payload.LOADED), Duration.ZERO);

        assertThat(drone("drone").sighting()).extracting(Sighting::sequence).isEqualTo(9L);
        assertThat(drone("drone").battery()).isEqualTo(70);
        assertThat(drone("drone").stand()).isEqualTo(FAR);
    }

    @Test
    void changesAreToldFromTheMarkOn() {
        register("one", AIRFRAME);
        register("two", AIRFRAME);
        long mark = await(sightings().since(0)).mark();

        register("two", new Airframe("other", 1_000, 9_000, 10));

        Sightings.Changes changes = await(sightings().since(mark));
        assertThat(changes.drones()).extracting(DroneState::droneId).containsExactly("two");
        assertThat(await(sightings().since(0)).drones())
                .extracting(DroneState::droneId)
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aMovedBaseMovesTheHomesOfItsDrones() {
        register("one", AIRFRAME);

        await(registry().keep("b1", new Base("Moved", FAR)));

        assertThat(drone("one").home()).isEqualTo(FAR);
        assertThat(await(registry().base("b1"))).contains(new Base("Moved", FAR));
    }

    @Test
    void aDroneNeedsAKnownBaseAndASystemIdOfItsOwn() {
        Registration first = new Registration("b1", AIRFRAME, Door.MAVLINK, 7);
        assertThat(await(registry().register("one", first, NOW))).isInstanceOf(Granted.class);
        assertThat(await(registry().register("one", first, NOW))).isInstanceOf(Granted.class);

        assertThat(await(registry().register("two", first, NOW))).isInstanceOf(Refused.class);
        assertThat(await(registry().register("two", Samples.registration("nowhere"), NOW)))
                .isInstanceOf(Refused.class);
        assertThat(await(registry().drones())).extracting(DroneState::droneId).containsExactly("one");
    }

    @Test
    void aLostLinkIsToldOnceUntilTheDroneIsHeardAgain() {
        stands("lost", NEAR, 100);
        stands("idle", FAR, 100);
        reserve("d1", 1, request());
        await(bookings().apply("d1/2", new Effect.Begin("d1", 1), NOW));
        see(sample("lost", 5, NEAR, 90, FlightStatus.AIRBORNE, Payload.EMPTY), Duration.ofSeconds(61));
        List<String> both = List.of("idle", "lost");

        assertThat(await(sightings().tellSilent(both, NOW.minusSeconds(60)))).containsExactly("lost");
        assertThat(await(sightings().tellSilent(both, NOW.minusSeconds(60)))).isEmpty();

        see(sample("lost", 6, NEAR, 90, FlightStatus.AIRBORNE, Payload.EMPTY), Duration.ofSeconds(61));
        assertThat(await(sightings().tellSilent(both, NOW.minusSeconds(60)))).containsExactly("lost");
    }

    protected final void register(String droneId, Airframe airframe) {
        await(registry().register(droneId, new Registration("b1", airframe, Door.HTTP, null), NOW));
    }

    protected final void stands(String droneId, Position place, double battery) {
        register(droneId, AIRFRAME);
        stand(droneId, place, battery);
    }

    private void stand(String droneId, Position place, double battery) {
        see(standing(droneId, 1, place, battery), Duration.ZERO);
    }

    private void heard(String droneId, DroneTelemetry sample, Duration ago) {
        register(droneId, AIRFRAME);
        see(sample, ago);
    }

    private void see(DroneTelemetry sample, Duration ago) {
        await(sightings().store(List.of(sighting(sample, NOW.minus(ago)))));
    }

    protected final Outcome<Reservation> reserve(String deliveryId, int attempt, ReservationRequest request) {
        return await(bookings().reserve(deliveryId, attempt, request, NOW));
    }

    protected final DroneState drone(String droneId) {
        return await(registry().drone(droneId)).orElseThrow();
    }

    protected static Reservation granted(Outcome<Reservation> outcome) {
        assertThat(outcome).isInstanceOf(Granted.class);
        return ((Granted<Reservation>) outcome).value();
    }

    private static Refusal refusal(Outcome<Reservation> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused<Reservation>) outcome).code();
    }

    protected static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
