package io.dronedelivery.delivery.domain.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Of each {@link Incident} of a flight the earliest message that tells of it, so that joining is idempotent and
 * commutative.
 */
public record FlightIncidents(
        @JsonProperty("interrupted") @Nullable Observation failed,
        @Nullable Observation aborted,
        @Nullable Observation stopped,
        @JsonProperty("astray") @Nullable Observation parcelAstray) {
    static final FlightIncidents NONE = new FlightIncidents(null, null, null, null);

    static FlightIncidents failed(Observation first) {
        return new FlightIncidents(first, null, null, null);
    }

    static FlightIncidents aborted(Observation first) {
        return new FlightIncidents(null, first, null, null);
    }

    static FlightIncidents stopped(Observation first, boolean parcelMayBeOut) {
        return new FlightIncidents(null, null, first, parcelMayBeOut ? first : null);
    }

    Optional<Observation> first(Incident incident) {
        return Optional.ofNullable(
                switch (incident) {
                    case FAILED -> failed;
                    case ABORTED -> aborted;
                    case STOPPED -> stopped;
                    case PARCEL_ASTRAY -> parcelAstray;
                });
    }

    FlightIncidents join(FlightIncidents other) {
        return new FlightIncidents(
                Observation.earliest(failed, other.failed),
                Observation.earliest(aborted, other.aborted),
                Observation.earliest(stopped, other.stopped),
                Observation.earliest(parcelAstray, other.parcelAstray));
    }
}
