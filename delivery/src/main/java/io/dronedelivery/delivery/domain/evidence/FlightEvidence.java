package io.dronedelivery.delivery.domain.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.delivery.Cause;
import java.util.Optional;

/**
 * What a drone's messages show of its flight; {@link FlightObserver} adds to it.
 *
 * @param progress how far the drone has come on its route
 * @param incidents what keeps it from coming any further
 */
public record FlightEvidence(
        FlightProgress progress, @JsonProperty("failure") FlightIncidents incidents) implements Evidence {
    public static final FlightEvidence NONE = new FlightEvidence(FlightProgress.NONE, FlightIncidents.NONE);

    @Override
    public Optional<Cause> seen(Milestone milestone, String carrier) {
        return switch (milestone) {
            case HEADED_TO_PICKUP ->
                progress.headedToPickup().map(seen -> seen.cause(carrier, progress.startedAtPickup()));
            // A drone is on its way from the moment of the pickup. A milestone between the two needs evidence of its
            // own here.
            case PICKED_UP, HEADED_TO_DROPOFF ->
                Optional.ofNullable(progress.pickup()).map(seen -> pickup(seen).cause(carrier, pickupIsImplied()));
            case ARRIVING -> progress.arrival().map(seen -> seen.cause(carrier, false));
            case DELIVERED -> progress.delivery().map(seen -> seen.cause(carrier, false));
        };
    }

    @Override
    public Optional<Cause> happened(Incident incident, String carrier) {
        return incidents.first(incident).map(seen -> seen.cause(carrier, false));
    }

    private Observation pickup(Observation seen) {
        return progress.startedAtPickup() ? seen.showing("took off from the pickup") : seen;
    }

    private boolean pickupIsImplied() {
        return progress.startedAtPickup() || progress.pickupIsInferred();
    }

    FlightEvidence with(FlightProgress further) {
        return new FlightEvidence(further, incidents);
    }

    FlightEvidence with(FlightIncidents more) {
        return new FlightEvidence(progress, incidents.join(more));
    }

    @Override
    public FlightEvidence essential() {
        return with(progress.essential());
    }
}
