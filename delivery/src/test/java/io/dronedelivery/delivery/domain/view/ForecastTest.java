package io.dronedelivery.delivery.domain.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.delivery.domain.FlightRecording;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.ReplayedStream;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ForecastTest {
    @Test
    void aScheduledDeliveryIsExpectedAsItWasPromised() {
        Eta eta = eta(Given.scheduled(), Given.NOW);
        assertThat(eta.expected()).isEqualTo(Given.NOW.plusSeconds(360));
        assertThat(eta.half().from()).isBetween(eta.ninety().from(), eta.expected());
        assertThat(eta.half().to()).isBetween(eta.expected(), eta.ninety().to());
    }

    @Test
    void theForecastOfAnArrivingDeliveryIsNarrowerThanOfALeavingOne() {
        Delivery leaving = flown(20);
        Delivery arriving = flown(150);
        assertThat(width(eta(arriving, Given.NOW))).isLessThan(width(eta(leaving, Given.NOW)));
        assertThat(eta(arriving, Given.NOW).expected())
                .isBefore(eta(leaving, Given.NOW).expected());
    }

    @Test
    void aForecastIsNeverInThePast() {
        Instant late = Given.NOW.plus(Duration.ofHours(1));
        Eta eta = eta(Given.scheduled(), late);
        assertThat(eta.expected()).isEqualTo(late);
        assertThat(eta.ninety().from()).isEqualTo(late);
    }

    @Test
    void aDeliveryThatHasEndedOrIsNotScheduledHasNoForecast() {
        assertThat(new Forecast(Given.NOW).eta(Given.pending(), null)).isEmpty();
        assertThat(new Forecast(Given.NOW).eta(flown(Integer.MAX_VALUE), Given.DROPOFF))
                .isEmpty();
    }

    /** After so many samples of a flight from the pickup. */
    private static Delivery flown(int samples) {
        List<DroneStream> flight = new FlightRecording(Given.PICKUP, true)
                .mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP)
                .samples();
        return ReplayedStream.of(Given.scheduled(), flight.subList(0, Math.min(samples, flight.size())))
                .delivery();
    }

    private static Eta eta(Delivery delivery, Instant now) {
        Eta eta = DeliveryViews.of(delivery, null, now).eta();
        return Objects.requireNonNull(eta);
    }

    private static Duration width(Eta eta) {
        return Duration.between(eta.ninety().from(), eta.ninety().to());
    }
}
