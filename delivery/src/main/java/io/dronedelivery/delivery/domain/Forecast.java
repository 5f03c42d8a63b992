package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.contracts.delivery.DeliveryView.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forecasts when a parcel is at its drop-off: the remaining way at cruise speed, and what every stop takes beside it. */
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
            case Delivery.Pending _, Ended _, Delivery.Recovering _, Delivery.Restarting _ -> Optional.empty();
            case Carried carried -> Optional.of(around(expected(carried, position)));
        };
    }

    private Instant expected(Carried carried, @Nullable Position position) {
        Assignment assignment = carried.carriage().assignment();
        if (position == null || assignment.means() == Means.THIRD_PARTY || carried instanceof Delivery.Scheduled) {
            Instant promised = assignment.dropoffAt();
            return promised.isBefore(now) ? now : promised;
        }
        Route route = Route.of(carried.dossier().order(), assignment);
        return now.plus(
                carried instanceof Delivery.HeadedToPickup
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
