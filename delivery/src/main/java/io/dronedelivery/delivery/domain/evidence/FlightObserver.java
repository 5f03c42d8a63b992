package io.dronedelivery.delivery.domain.evidence;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds a message of the drone's stream to the evidence of its flight on a route. */
public record FlightObserver(Route route) {
    /** The checkpoint is replaced by a sample that is at least so much newer, by the drone's clock. */
    static final Duration CHECKPOINT_STEP = Duration.ofSeconds(30);
    /** No delivery is flown for longer: a longer gap means that the drone's clock was set. */
    static final Duration GAP_MAX = Duration.ofHours(2);
    /** How much faster than cruising a drone may have flown through a gap: tail wind. */
    static final double GAP_TOLERANCE = 0.8;

    public FlightEvidence observe(FlightEvidence known, DroneStream message) {
        return switch (message) {
            case LinkLost lost ->
                known.with(FlightIncidents.failed(
                        new Observation(lost.sequence(), lost.time(), null, "the drone was not heard of any more")));
            case FlightStopped stopped -> known.with(stopped(stopped));
            case DroneTelemetry seen -> observe(known, seen);
        };
    }

    private static FlightIncidents stopped(FlightStopped message) {
        Observation sign = new Observation(message.sequence(), message.time(), null, rule(message.because()));
        return FlightIncidents.stopped(sign, message.because().parcelMayBeOut());
    }

    private FlightEvidence observe(FlightEvidence known, DroneTelemetry seen) {
        MissionReference mission = seen.mission();
        if (mission != null && mission.aborted()) {
            return failed(known, seen, FlightIncidents.aborted(observation(seen, "the drone gave up its mission")));
        }
        if (seen.flightStatus() == FlightStatus.EMERGENCY) {
            return failed(known, seen, FlightIncidents.failed(observation(seen, "the drone reported an emergency")));
        }
        return LocatedSample.located(seen)
                .map(located -> known.with(observe(known.progress(), located)))
                .orElse(known);
    }

    /** A drone that fails with the parcel has picked it up, though the samples of the pickup were lost. */
    private static FlightEvidence failed(FlightEvidence known, DroneTelemetry seen, FlightIncidents sign) {
        FlightProgress progress = seen.payload() == Payload.LOADED
                ? known.progress().loadedWhenItFailed(observation(seen, "failed with the parcel"))
                : known.progress();
        return known.with(progress).with(sign);
    }

    private FlightProgress observe(FlightProgress known, LocatedSample seen) {
        Observation onGroundAtPickup = Observation.earliest(known.onGroundAtPickup(), onGroundAtPickup(seen));
        Observation carrying = when(seen.airborne() && !seen.empty(), seen, "landed at the pickup and off again");
        Observation departed = departed(onGroundAtPickup, known.departed(), known.carrying(), carrying);
        FlightProgress grown = new FlightProgress(
                Observation.earliest(known.airborne(), when(seen.airborne(), seen, "airborne on its mission")),
                Observation.earliest(known.loaded(), loaded(seen)),
                onGroundAtPickup,
                departed,
                departed == null ? Observation.latest(known.carrying(), carrying) : null,
                known.near(),
                known.delivered(),
                Observation.earliest(known.afterGap(), afterGap(known.checkpoint(), seen)),
                checkpoint(known.checkpoint(), seen));
        return arrived(grown, seen);
    }

    /** Both are kept once they are after the pickup: later messages can only show an earlier pickup. */
    private FlightProgress arrived(FlightProgress grown, LocatedSample seen) {
        return grown.arrived(
                grown.afterPickup(grown.near()).orElse(Observation.latest(grown.near(), near(seen))),
                grown.afterPickup(grown.delivered()).orElse(Observation.latest(grown.delivered(), delivered(seen))));
    }

    /** Between neighbours nothing is inferred: a drone that hovers empty there may be about to load. */
    private @Nullable Observation afterGap(@Nullable Observation checkpoint, LocatedSample seen) {
        boolean flown = checkpoint != null && !seen.grounded() && !route.neighbours() && flownSince(checkpoint, seen);
        return when(flown, seen, "delivered after a gap long enough to have flown by way of the pickup");
    }

    private boolean flownSince(Observation checkpoint, LocatedSample seen) {
        Position start = checkpoint.position();
        if (start == null || checkpoint.sequence() >= seen.telemetry().sequence() || route.atDropoff(start)) {
            return false;
        }
        Duration gap =
                Duration.between(checkpoint.time(), seen.telemetry().time()).minus(CHECKPOINT_STEP);
        long flight = Math.round(
                GAP_TOLERANCE * route.viaPickup(start, seen.position()).toMillis());
        return gap.compareTo(Duration.ofMillis(flight)) >= 0 && gap.compareTo(GAP_MAX) <= 0;
    }

    private static @Nullable Observation departed(
            @Nullable Observation onGroundAtPickup, @Nullable Observation... candidates) {
        if (onGroundAtPickup == null) {
            return null;
        }
        return Stream.of(candidates)
                .flatMap(Stream::ofNullable)
                .filter(candidate -> candidate.after(onGroundAtPickup))
                .min(Comparator.comparingLong(Observation::sequence))
                .orElse(null);
    }

    private @Nullable Observation onGroundAtPickup(LocatedSample seen) {
        return when(seen.onGround() && route.atPickup(seen.position()), seen, "on the ground at the pickup");
    }

    private @Nullable Observation loaded(LocatedSample seen) {
        return when(seen.loaded() && route.atPickup(seen.position()), seen, "loaded at the pickup");
    }

    private @Nullable Observation near(LocatedSample seen) {
        return when(
                (seen.airborne() || seen.landed()) && route.nearDropoff(seen.position()),
                seen,
                "close to the drop-off");
    }

    private @Nullable Observation delivered(LocatedSample seen) {
        if (!route.atDropoff(seen.position())) {
            return null;
        }
        if (seen.empty() && (seen.landed() || seen.hovering())) {
            return seen.showing("unloaded at the drop-off");
        }
        // Where pickup and drop-off are neighbours, a loaded drone may just have been loaded.
        boolean loading = seen.loaded() && route.atPickup(seen.position());
        return when(seen.landed() && !loading, seen, "landed at the drop-off");
    }

    private static @Nullable Observation checkpoint(@Nullable Observation before, LocatedSample seen) {
        Observation now = seen.showing("seen");
        if (before == null) {
            return now;
        }
        boolean step = Duration.between(before.time(), now.time()).abs().compareTo(CHECKPOINT_STEP) >= 0;
        return step ? Observation.latest(before, now) : before;
    }

    private static @Nullable Observation when(boolean condition, LocatedSample seen, String rule) {
        return condition ? seen.showing(rule) : null;
    }

    /** What the message shows, in words. */
    public static String rule(Because because) {
        return switch (because) {
            case ACKNOWLEDGED -> "the drone does not fly the mission";
            case WITH_PARCEL -> "the drone gave up with the parcel, or after it had it";
            case LANDED_EMPTY -> "the drone landed empty after its recall";
            case WRITTEN_OFF -> "the drone was written off";
        };
    }

    private static Observation observation(DroneTelemetry seen, String rule) {
        return new Observation(seen.sequence(), seen.time(), seen.position(), rule);
    }
}
