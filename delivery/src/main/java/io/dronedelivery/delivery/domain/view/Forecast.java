package io.dronedelivery.delivery.domain.view;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.contracts.delivery.DeliveryView.Interval;
import io.dronedelivery.delivery.domain.evidence.Route;
import io.dronedelivery.delivery.domain.lifecycle.BeforePickup;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Pending;
import io.dronedelivery.delivery.domain.lifecycle.Recovering;
import io.dronedelivery.delivery.domain.lifecycle.Restarting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forecasts when a parcel is at its drop-off: the remaining way at cruise speed, and what each stop takes. */
record Forecast(Instant now) {
    static final Duration CLIMB = Duration.ofSeconds(12);
    static final Duration DESCENT = Duration.ofSeconds(20);
    static final Duration LOADING = Duration.ofSeconds(15);
    // How far off such a forecast is, as a part of the time that remains and as a constant: quantiles of its error.
    static final double HALF_PART = 0.08;
    static final double NINETY_PART = 0.22;
    static final Duration HALF_CONSTANT = Duration.ofSeconds(5);
    static final Duration NINETY_CONSTANT = Duration.ofSeconds(14);

    /** Empty unless the delivery is scheduled or under way. */
    Optional<Eta> eta(Delivery delivery, @Nullable Position position) {
        return switch (delivery) {
            case Delivery.UnderWay underWay -> Optional.of(around(expected(underWay, position)));
            case Pending _, Ended _, Recovering _, Restarting _ -> Optional.empty();
        };
    }

    private Instant expected(Delivery.UnderWay delivery, @Nullable Position position) {
        Assignment assignment = delivery.transport().assignment();
        boolean scheduled = delivery.status() == DeliveryStatus.SCHEDULED;
        if (position == null || assignment.means() == Means.THIRD_PARTY || scheduled) {
            Instant promised = assignment.dropoffAt();
            return promised.isBefore(now) ? now : promised;
        }
        Route route = Route.of(delivery.record().order(), assignment);
        return now.plus(
                delivery instanceof BeforePickup
                        ? route.viaPickup(position, route.dropoff())
                                .plus(DESCENT)
                                .plus(LOADING)
                                .plus(CLIMB)
                                .plus(DESCENT)
                        : route.flight(position.metersTo(route.dropoff())).plus(DESCENT));
    }

    private Eta around(Instant expected) {
        Duration remaining = Duration.between(now, expected);
        return new Eta(
                expected,
                interval(expected, remaining, HALF_PART, HALF_CONSTANT),
                interval(expected, remaining, NINETY_PART, NINETY_CONSTANT));
    }

    private Interval interval(Instant expected, Duration remaining, double part, Duration constant) {
        Duration error =
                Duration.ofMillis(Math.round(remaining.toMillis() * part)).plus(constant);
        Instant from = expected.minus(error);
        return new Interval(from.isBefore(now) ? now : from, expected.plus(error));
    }
}
