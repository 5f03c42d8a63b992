package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a drone's stream bears out; {@link FlightObserver} makes it grow.
 *
 * @param progress how far the drone has come on its route
 * @param failure what speaks against its coming any further
 */
record FlightEvidence(FlightProgress progress, FlightFailure failure) implements Evidence {
    static final FlightEvidence NONE = new FlightEvidence(FlightProgress.NONE, FlightFailure.NONE);

    @Override
    public Optional<Cause> seen(Fact fact, String carrier) {
        return switch (fact) {
            case HEADED_TO_PICKUP ->
                progress.headedToPickup().map(seen -> seen.cause(carrier, progress.startedAtPickup()));
            case PICKED_UP, HEADED_TO_DROPOFF ->
                Optional.ofNullable(progress.pickup()).map(seen -> pickup(seen).cause(carrier, pickupIsImplied()));
            case ARRIVING -> progress.arrival().map(seen -> seen.cause(carrier, false));
            case DELIVERED -> progress.delivery().map(seen -> seen.cause(carrier, false));
            case INTERRUPTED -> said(failure.interrupted(), carrier);
            case ABORTED -> said(failure.aborted(), carrier);
            case STOPPED -> said(failure.stopped(), carrier);
            case ASTRAY -> said(failure.astray(), carrier);
        };
    }

    private Witness pickup(Witness seen) {
        return progress.startedAtPickup() ? seen.bearingOut("took off from the pickup") : seen;
    }

    private boolean pickupIsImplied() {
        return progress.startedAtPickup() || progress.pickupIsInferred();
    }

    private static Optional<Cause> said(@Nullable Witness sign, String carrier) {
        return Optional.ofNullable(sign).map(seen -> seen.cause(carrier, false));
    }

    FlightEvidence with(FlightProgress further) {
        return new FlightEvidence(further, failure);
    }

    FlightEvidence failed(FlightFailure sign) {
        return new FlightEvidence(progress, failure.join(sign));
    }

    @Override
    public FlightEvidence settled() {
        return with(progress.settled());
    }
}
