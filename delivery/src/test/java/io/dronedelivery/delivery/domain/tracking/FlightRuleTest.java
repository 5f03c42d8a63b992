package io.dronedelivery.delivery.domain.tracking;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.ARRIVING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static io.dronedelivery.delivery.domain.Given.FIRST_ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.delivery.domain.FlightRecording;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.ReplayedStream;
import io.dronedelivery.delivery.domain.attempt.AttemptRules;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.ProofOfDelivery;
import io.dronedelivery.delivery.domain.request.ConfirmationRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlightRuleTest {
    private static final Position BASE = new Position(47.3700, 8.5500);
    private static final Position BETWEEN = new Position(47.3850, 8.5250);

    @Test
    void aTakeOffFromThePickupIsThePickup() {
        List<DroneStream> flight = new FlightRecording(Given.PICKUP, false)
                .mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP)
                .samples();
        ReplayedStream replayed = ReplayedStream.of(Given.scheduled(), flight);
        Cause headed = replayed.events().get(0).header().cause();
        Cause pickedUp = replayed.events().get(1).header().cause();
        assertThat(headed.inferred()).isTrue();
        assertThat(pickedUp.inferred()).isTrue();
        assertThat(pickedUp.rule()).isEqualTo("took off from the pickup");
        assertThat(pickedUp.reference()).isEqualTo(Given.DRONE);
        assertThat(firstAirborne(flight)).isEqualTo(pickedUp.sequence()).isEqualTo(headed.sequence());
    }

    @Test
    void aLandingAtThePickupWithoutASensorIsThePickupOnlyOnceOffAgain() {
        FlightRecording drone = new FlightRecording(BASE, false)
                .takeOff()
                .flyTo(Given.PICKUP)
                .land()
                .staySeconds(20);
        assertThat(status(drone)).isEqualTo(HEADED_TO_PICKUP);
        assertThat(status(drone.takeOff())).isEqualTo(DeliveryStatus.HEADED_TO_DROPOFF);
    }

    @Test
    void aDroneThatTakesOffEmptyFromThePickupHasPickedUpNothing() {
        FlightRecording drone = new FlightRecording(BASE, true)
                .takeOff()
                .flyTo(Given.PICKUP)
                .land()
                .staySeconds(20)
                .takeOff()
                .flyTo(Given.DROPOFF)
                .land()
                .staySeconds(5);
        assertThat(status(drone)).isEqualTo(HEADED_TO_PICKUP);
    }

    @Test
    void aDroneThatPassesTheDropoffAtCruiseSpeedUnloadsNothing() {
        FlightRecording drone = new FlightRecording(Given.PICKUP, true)
                .load(true)
                .staySeconds(3)
                .takeOff()
                .load(false) // a sensor that wavers
                .flyTo(Given.DROPOFF);
        assertThat(status(drone)).isEqualTo(ARRIVING);
        assertThat(status(drone.land().staySeconds(1))).isEqualTo(COMPLETED);
    }

    @Test
    void aGapLongEnoughForThePickupImpliesThePickup() {
        ReplayedStream replayed = ReplayedStream.of(Given.scheduled(), landedAtDropoffAfterGap(400));
        assertThat(replayed.statuses()).endsWith(COMPLETED);
        Cause pickedUp = replayed.events().get(1).header().cause();
        assertThat(pickedUp.inferred()).isTrue();
        assertThat(pickedUp.rule()).contains("gap");
    }

    @Test
    void aGapBeforeThePickupOfAParcelForTheNeighbourInfersNothing() {
        Position neighbour = new Position(Given.PICKUP.latitude() + 0.00025, Given.PICKUP.longitude());
        FlightRecording drone = new FlightRecording(BASE, true)
                .staySeconds(2)
                .takeOff()
                .reappearAfterSeconds(BETWEEN, 400)
                .flyTo(Given.PICKUP)
                .land()
                .staySeconds(3);
        Delivery toTheNeighbour = Given.scheduled(Given.order(Given.PICKUP, neighbour, Confirmation.NONE));
        assertThat(ReplayedStream.of(toTheNeighbour, drone.samples()).statuses())
                .containsExactly(HEADED_TO_PICKUP);
    }

    @Test
    void aGapLongerThanAnyFlightImpliesNoPickup() {
        int fiftyYears = 50 * 365 * 24 * 3_600;
        assertThat(ReplayedStream.of(Given.scheduled(), landedAtDropoffAfterGap(fiftyYears))
                        .statuses())
                .containsExactly(HEADED_TO_PICKUP);
    }

    @Test
    void aGapTooShortForThePickupInfersNothing() {
        assertThat(ReplayedStream.of(Given.scheduled(), landedAtDropoffAfterGap(60))
                        .statuses())
                .containsExactly(HEADED_TO_PICKUP);
        assertThat(ReplayedStream.of(Given.scheduled(), landedAtDropoffAfterGap(-4_000))
                        .statuses())
                .containsExactly(HEADED_TO_PICKUP);
    }

    @Test
    void samplesOfAnotherDroneOrAttemptAreIgnored() {
        List<DroneStream> flight = new FlightRecording(Given.PICKUP, false)
                .mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP)
                .samples();
        Delivery other = Given.after(new AttemptRules(Given.NOW)
                .schedule(Optional.of(Given.opened()), FIRST_ATTEMPT, Given.byDrone("drone-8", "request-d1")));
        assertThat(ReplayedStream.of(other, flight).delivery().status()).isEqualTo(SCHEDULED);
    }

    @Test
    void aWaitingDroneIsNotStoredWithEverySample() {
        List<DroneStream> waiting =
                new FlightRecording(BASE, true).staySeconds(300).samples();
        Delivery delivery = Given.scheduled();
        int stored = 0;
        for (DroneStream sample : waiting) {
            Optional<Update> update = new TrackingRules(Given.NOW).observe(delivery, List.of(sample));
            delivery = update.map(Update::delivery).orElse(delivery);
            stored += update.isPresent() ? 1 : 0;
        }
        assertThat(stored).isEqualTo(10); // the first, and one each half minute
    }

    @Test
    void aDeliveryWithAPinCompletesOnlyWithTheRightPin() {
        Delivery delivery = Given.scheduled(Given.order(Given.PICKUP, Given.DROPOFF, Confirmation.PIN));
        assertThat(refusal(delivery, "1234")).isEqualTo(Refusal.WRONG_CONFIRMATION); // not picked up yet
        List<DroneStream> flight = new FlightRecording(Given.PICKUP, true)
                .mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP)
                .samples();
        Delivery held = ReplayedStream.of(delivery, flight).delivery();
        assertThat(held.status()).isEqualTo(ARRIVING);
        assertThat(refusal(held, "4321")).isEqualTo(Refusal.WRONG_CONFIRMATION);
        Update confirmed = new ConfirmationRules(Given.NOW)
                .confirm(Optional.of(held), "acme", new ProofOfDelivery("1234", null, null))
                .update()
                .orElseThrow();
        assertThat(confirmed.delivery().status()).isEqualTo(COMPLETED);
        assertThat(confirmed.events().getLast().header().cause().source()).isEqualTo(Cause.Source.CONFIRMATION);
        assertThat(Json.text(confirmed.events())).doesNotContain("1234");
    }

    private static Refusal refusal(Delivery delivery, String pin) {
        return switch (new ConfirmationRules(Given.NOW)
                .confirm(Optional.of(delivery), "acme", new ProofOfDelivery(pin, null, null))
                .answer()) {
            case Outcome.Granted<DeliveryStatus> granted -> throw new AssertionError(granted);
            case Outcome.Refused<DeliveryStatus> refused -> refused.code();
        };
    }

    private static DeliveryStatus status(FlightRecording drone) {
        return ReplayedStream.of(Given.scheduled(), drone.samples()).delivery().status();
    }

    private static List<DroneStream> landedAtDropoffAfterGap(int seconds) {
        return new FlightRecording(BASE, false)
                .staySeconds(2)
                .takeOff()
                .reappearAfterSeconds(BETWEEN, seconds)
                .flyTo(Given.DROPOFF)
                .land()
                .staySeconds(3)
                .samples();
    }

    private static Long firstAirborne(List<DroneStream> flight) {
        return flight.stream()
                .map(DroneTelemetry.class::cast)
                .filter(sample -> sample.flightStatus() == DroneTelemetry.FlightStatus.AIRBORNE)
                .findFirst()
                .orElseThrow()
                .sequence();
    }
}
