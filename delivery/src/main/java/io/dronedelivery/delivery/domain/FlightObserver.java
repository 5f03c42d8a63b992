package io.dronedelivery.delivery.domain;

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

/** Adds a message of the drone's stream to what is known of its flight on a route. */
record FlightObserver(Route route) {
    /** What is known of where the drone was is never older than this, by its own clock. */
    static final Duration LAST_STEP = Duration.ofSeconds(30);
    /** No delivery is flown for longer; a longer gap is a clock that was set, and tells of no flight. */
    static final Duration GAP_MAX = Duration.ofHours(2);
    /** How much faster than cruising a drone may have flown through a gap: tail wind. */
    static final double GAP_GENEROSITY = 0.8;

    FlightEvidence observe(FlightEvidence known, DroneStream message) {
        return switch (message) {
            case LinkLost lost ->
                known.failed(FlightFailure.interrupted(
                        new Witness(lost.sequence(), lost.time(), null, "the drone was not heard of any more")));
            case FlightStopped stopped -> known.failed(stopped(stopped));
            case DroneTelemetry seen -> observe(known, seen);
        };
    }

    private static FlightFailure stopped(FlightStopped message) {
        Witness sign = new Witness(message.sequence(), message.time(), null, rule(message.because()));
        return FlightFailure.stopped(sign, message.because().parcelMayBeOut());
    }

    private FlightEvidence observe(FlightEvidence known, DroneTelemetry seen) {
        MissionReference mission = seen.mission();
        if (mission != null && mission.aborted()) {
            return failed(known, seen, FlightFailure.aborted(witness(seen, "the drone gave up its mission")));
        }
        if (seen.flightStatus() == FlightStatus.EMERGENCY) {
            return failed(known, seen, FlightFailure.interrupted(witness(seen, "the drone reported an emergency")));
        }
        return Sample.located(seen)
                .map(located -> known.with(observe(known.progress(), located)))
                .orElse(known);
    }

    /** The samples of the pickup itself may be lost: whoever fails with the parcel has it all the same. */
    private static FlightEvidence failed(FlightEvidence known, DroneTelemetry seen, FlightFailure sign) {
        FlightProgress progress = seen.payload() == Payload.LOADED
                ? known.progress().loadedAsItFailed(witness(seen, "failed with the parcel"))
                : known.progress();
        return known.with(progress).failed(sign);
    }

    private FlightProgress observe(FlightProgress known, Sample seen) {
        Witness grounded = Witness.earliest(known.grounded(), grounded(seen));
        Witness carrying = when(seen.airborne() && !seen.empty(), seen, "landed at the pickup and off again");
        Witness departed = departed(grounded, known.departed(), known.aloft(), carrying);
        FlightProgress grown = new FlightProgress(
                Witness.earliest(known.airborne(), when(seen.airborne(), seen, "airborne on its mission")),
                Witness.earliest(known.loaded(), loaded(seen)),
                grounded,
                departed,
                departed == null ? Witness.latest(known.aloft(), carrying) : null,
                known.near(),
                known.delivered(),
                Witness.earliest(known.bridged(), bridged(known.last(), seen)),
                last(known.last(), seen));
        return arrived(grown, seen);
    }

    /** Both are kept as they are once they suffice: the pickup can only become known to be earlier. */
    private FlightProgress arrived(FlightProgress grown, Sample seen) {
        return grown.arrived(
                grown.afterPickup(grown.near()).orElse(Witness.latest(grown.near(), near(seen))),
                grown.afterPickup(grown.delivered()).orElse(Witness.latest(grown.delivered(), delivered(seen))));
    }

    /** Between neighbours nothing is inferred: who hovers empty at both may be about to load. */
    private @Nullable Witness bridged(@Nullable Witness last, Sample seen) {
        boolean flown = last != null && !seen.grounded() && !route.neighbours() && flownSince(last, seen);
        return when(flown, seen, "delivered after a gap long enough to have flown by way of the pickup");
    }

    private boolean flownSince(Witness last, Sample seen) {
        Position start = last.position();
        if (start == null || last.sequence() >= seen.telemetry().sequence() || route.atDropoff(start)) {
            return false;
        }
        Duration gap = Duration.between(last.time(), seen.telemetry().time()).minus(LAST_STEP);
        long flight = Math.round(
                GAP_GENEROSITY * route.viaPickup(start, seen.position()).toMillis());
        return gap.compareTo(Duration.ofMillis(flight)) >= 0 && gap.compareTo(GAP_MAX) <= 0;
    }

    private static @Nullable Witness departed(@Nullable Witness grounded, @Nullable Witness... candidates) {
        if (grounded == null) {
            return null;
        }
        return Stream.of(candidates)
                .flatMap(Stream::ofNullable)
                .filter(candidate -> candidate.after(grounded))
                .min(Comparator.comparingLong(Witness::sequence))
                .orElse(null);
    }

    private @Nullable Witness grounded(Sample seen) {
        return when(seen.onGround() && route.atPickup(seen.position()), seen, "on the ground at the pickup");
    }

    private @Nullable Witness loaded(Sample seen) {
        return when(seen.loaded() && route.atPickup(seen.position()), seen, "loaded at the pickup");
    }

    private @Nullable Witness near(Sample seen) {
        return when(
                (seen.airborne() || seen.landed()) && route.nearDropoff(seen.position()),
                seen,
                "close to the drop-off");
    }

    private @Nullable Witness delivered(Sample seen) {
        if (!route.atDropoff(seen.position())) {
            return null;
        }
        if (seen.empty() && (seen.landed() || seen.hovering())) {
            return seen.bearingOut("unloaded at the drop-off");
        }
        // Where pickup and drop-off are neighbours, who is loaded may just have been loaded.
        boolean loading = seen.loaded() && route.atPickup(seen.position());
        return when(seen.landed() && !loading, seen, "landed at the drop-off");
    }

    private static @Nullable Witness last(@Nullable Witness last, Sample seen) {
        Witness now = seen.bearingOut("seen");
        if (last == null) {
            return now;
        }
        boolean step = Duration.between(last.time(), now.time()).abs().compareTo(LAST_STEP) >= 0;
        return step ? Witness.latest(last, now) : last;
    }

    private static @Nullable Witness when(boolean condition, Sample seen, String rule) {
        return condition ? seen.bearingOut(rule) : null;
    }

    static String rule(Because because) {
        return switch (because) {
            case ACKNOWLEDGED -> "the drone acknowledged its recall";
            case WITH_PARCEL -> "the drone gave up with the parcel, or after it had it";
            case LANDED_EMPTY -> "the drone landed empty after its recall";
            case WRITTEN_OFF -> "the drone was written off";
        };
    }

    private static Witness witness(DroneTelemetry seen, String rule) {
        return new Witness(seen.sequence(), seen.time(), seen.position(), rule);
    }
}
