package io.dronedelivery.drone.telemetry;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.FleetId;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks each field of a sample by itself; whether the sample is plausible is checked later. By hand, since Bean Validation
 * takes several times as long, and samples come by the thousand.
 */
final class SampleCheck {
    private static final double ALTITUDE_METERS_MAX = 20_000; // either way: ground may lie below the take-off point
    private static final double GROUND_SPEED_MAX = 500;
    private static final long SEQUENCE_MAX = 1L << 62; // also nanoseconds since 1970 fit, and as many again
    private static final Instant TIME_MIN =
            Instant.parse("1900-01-01T00:00:00Z"); // whatever zone a clock at 1970 is in
    private static final Pattern ID = Pattern.compile(FleetId.REGEX);

    private final List<FieldError> errors = new ArrayList<>();

    private SampleCheck() {}

    /** What is wrong, by JSON Pointer; an empty list if nothing is. */
    static List<FieldError> errors(@Nullable DroneTelemetry sample) {
        if (sample == null) {
            return List.of(new FieldError("", "is missing"));
        }
        SampleCheck check = new SampleCheck()
                .id("/droneId", sample.droneId())
                .that(
                        sample.sequence() >= 0 && sample.sequence() <= SEQUENCE_MAX,
                        "/sequence",
                        "must be from 0 to " + SEQUENCE_MAX + ", but is " + sample.sequence())
                .that(
                        sample.time() != null && !sample.time().isBefore(TIME_MIN),
                        "/time",
                        "must be a time since 1900; one that is ahead is taken for now")
                .that(
                        (sample.latitude() == null) == (sample.longitude() == null),
                        sample.latitude() == null ? "/latitude" : "/longitude",
                        "is missing: a place has both")
                .betweenIfPresent("/latitude", sample.latitude(), -Position.LATITUDE_MAX, Position.LATITUDE_MAX)
                .betweenIfPresent("/longitude", sample.longitude(), -Position.LONGITUDE_MAX, Position.LONGITUDE_MAX)
                .between("/altitude", sample.altitude(), -ALTITUDE_METERS_MAX, ALTITUDE_METERS_MAX)
                .between("/groundSpeed", sample.groundSpeed(), 0, GROUND_SPEED_MAX)
                .between("/heading", sample.heading(), 0, 360)
                .betweenIfPresent("/battery", sample.battery(), 0, 100)
                .present("/flightStatus", sample.flightStatus())
                .present("/payload", sample.payload());
        MissionReference mission = sample.mission();
        return mission == null
                ? check.errors
                : check.id("/mission/deliveryId", mission.deliveryId())
                        .that(mission.attempt() >= 1, "/mission/attempt", "must be at least 1")
                        .errors;
    }

    private SampleCheck id(String field, @Nullable String id) {
        return that(id != null && ID.matcher(id).matches(), field, FleetId.RULE);
    }

    private SampleCheck present(String field, @Nullable Object value) {
        return that(value != null, field, "is missing");
    }

    private SampleCheck betweenIfPresent(String field, @Nullable Double value, double least, double most) {
        return value == null ? this : between(field, value, least, most);
    }

    /** NaN is not between any two numbers. */
    private SampleCheck between(String field, double value, double least, double most) {
        if (value >= least && value <= most) {
            return this;
        }
        return that(false, field, "must be between " + least + " and " + most + ", but is " + value);
    }

    private SampleCheck that(boolean right, String field, String message) {
        if (!right) {
            errors.add(new FieldError(field, message));
        }
        return this;
    }
}
