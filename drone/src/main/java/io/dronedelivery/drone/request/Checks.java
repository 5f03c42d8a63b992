package io.dronedelivery.drone.request;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.Text;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.WriteOff;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks requests field by field. Each check returns what is wrong, by JSON Pointer; an empty list if nothing is. */
public final class Checks {
    public static final int SAMPLES_MAX = 1_000;
    private static final int PAYLOAD_GRAMS_MAX = 100_000;
    private static final double RANGE_METERS_MAX = 1_000_000;
    private static final double CRUISE_SPEED_MAX = 200;
    private static final double ALTITUDE_METERS_MAX = 20_000; // either way: ground may lie below the take-off point
    private static final double GROUND_SPEED_MAX = 500;
    private static final long SEQUENCE_MAX = 1L << 62; // also nanoseconds since 1970 fit, and as many again
    private static final Instant TIME_MIN =
            Instant.parse("1900-01-01T00:00:00Z"); // whatever zone a clock at 1970 is in
    private static final int SYSTEM_ID_MAX = 254;
    private static final int NOTE_MAX = 1_000;
    private static final int NAME_MAX = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final List<FieldError> errors = new ArrayList<>();

    private Checks() {}

    public static List<FieldError> pathId(String name, String id) {
        return new Checks().id(name, id).errors;
    }

    public static List<FieldError> base(Base base) {
        return new Checks().present("/location", base.location()).text("/name", base.name(), NAME_MAX).errors;
    }

    public static List<FieldError> registration(Registration drone) {
        Checks checks = new Checks()
                .id("/baseId", drone.baseId())
                .present("/airframe", drone.airframe())
                .present("/protocol", drone.protocol());
        Airframe airframe = drone.airframe();
        if (airframe != null) {
            checks.text("/airframe/model", airframe.model(), NAME_MAX)
                    .between("/airframe/payloadGramsMax", airframe.payloadGramsMax(), 1, PAYLOAD_GRAMS_MAX)
                    .between("/airframe/rangeMetersMax", airframe.rangeMetersMax(), 1, RANGE_METERS_MAX)
                    .between("/airframe/cruiseSpeed", airframe.cruiseSpeed(), 0.1, CRUISE_SPEED_MAX);
        }
        Integer systemId = drone.mavlinkSystemId();
        checks.that(
                (systemId == null) == (drone.protocol() != Protocol.MAVLINK),
                "/mavlinkSystemId",
                "is required if the protocol is MAVLINK, and must be absent otherwise");
        return systemId == null ? checks.errors : checks.between("/mavlinkSystemId", systemId, 1, SYSTEM_ID_MAX).errors;
    }

    public static List<FieldError> writeOff(WriteOff lost) {
        return new Checks().text("/note", lost.note(), NOTE_MAX).errors;
    }

    public static List<FieldError> reservation(ReservationRequest request) {
        return new Checks()
                .present("/pickup", request.pickup())
                .present("/dropoff", request.dropoff())
                .present("/readyAt", request.readyAt())
                .present("/deadline", request.deadline())
                .that(request.weightGrams() >= 1, "/weightGrams", "must be at least 1")
                .errors;
    }

    /** Checks the size of a batch; its samples are checked by {@link #sample}. */
    public static List<FieldError> batch(@Nullable List<?> samples) {
        int size = samples == null ? 0 : samples.size();
        return new Checks()
                .that(
                        size >= 1 && size <= SAMPLES_MAX,
                        "/samples",
                        "must have 1 to " + SAMPLES_MAX + " items, but has " + size)
                .errors;
    }

    /** Checks each field of a sample by itself; whether the sample is plausible is checked later. */
    public static List<FieldError> sample(@Nullable DroneTelemetry sample) {
        if (sample == null) {
            return List.of(new FieldError("", "is missing"));
        }
        Checks checks = new Checks()
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
                .betweenIfPresent("/latitude", sample.latitude(), -90, 90)
                .betweenIfPresent("/longitude", sample.longitude(), -180, 180)
                .between("/altitude", sample.altitude(), -ALTITUDE_METERS_MAX, ALTITUDE_METERS_MAX)
                .between("/groundSpeed", sample.groundSpeed(), 0, GROUND_SPEED_MAX)
                .between("/heading", sample.heading(), 0, 360)
                .betweenIfPresent("/battery", sample.battery(), 0, 100)
                .present("/flightStatus", sample.flightStatus())
                .present("/payload", sample.payload());
        MissionReference mission = sample.mission();
        return mission == null
                ? checks.errors
                : checks.id("/mission/deliveryId", mission.deliveryId())
                        .that(mission.attempt() >= 1, "/mission/attempt", "must be at least 1")
                        .errors;
    }

    private Checks id(String field, @Nullable String id) {
        return that(id != null && ID.matcher(id).matches(), field, "must be 1 to 64 letters, digits, '.', '_' or '-'");
    }

    private Checks present(String field, @Nullable Object value) {
        return that(value != null, field, "is missing");
    }

    private Checks betweenIfPresent(String field, @Nullable Double value, double least, double most) {
        return value == null ? this : between(field, value, least, most);
    }

    /** NaN is not between any two numbers. */
    private Checks between(String field, double value, double least, double most) {
        if (value >= least && value <= most) {
            return this;
        }
        return that(false, field, "must be between " + least + " and " + most + ", but is " + value);
    }

    private Checks that(boolean right, String field, String message) {
        if (!right) {
            errors.add(new FieldError(field, message));
        }
        return this;
    }

    private Checks text(String field, @Nullable String text, int charactersMax) {
        Text.fault(text == null ? "" : text, charactersMax)
                .ifPresent(fault -> errors.add(new FieldError(field, fault)));
        return this;
    }
}
