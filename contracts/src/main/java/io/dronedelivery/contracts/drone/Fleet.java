package io.dronedelivery.contracts.drone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.dronedelivery.contracts.PlainText;
import io.dronedelivery.contracts.Position;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fleet: <code>/bases/{baseId}</code>, <code>/drones/{droneId}</code> and <code>/reservations/{deliveryId}</code>. */
public final class Fleet {
    private Fleet() {}

    /** The body of <code>PUT /bases/{baseId}</code>: where drones stand and are charged. */
    public record Base(@PlainText(max = 200) String name, Position location) {}

    /**
     * What a kind of drone can do.
     *
     * @param model its name
     * @param payloadGramsMax the heaviest parcel in grams
     * @param rangeMetersMax how far it flies on a full battery, loaded, in metres
     * @param cruiseSpeed in m/s over ground without wind
     */
    public record Airframe(
            @PlainText(max = 200) String model,
            @Min(1) @Max(100_000) int payloadGramsMax,
            @Min(1) @Max(1_000_000) double rangeMetersMax,
            @DecimalMin("0.1") @Max(200) double cruiseSpeed) {}

    /** How a drone reports. */
    public enum Protocol {
        HTTP,
        MAVLINK
    }

    /**
     * The body of <code>PUT /drones/{droneId}</code>.
     *
     * @param mavlinkSystemId 1 to 254, for MAVLINK only; ids are unique among drones
     * @param mavlinkNetworks for MAVLINK only: the networks that the drone sends from, in CIDR notation, such as 10.20.0.0/16.
     *     They are absent in the answer for a drone that was registered before they were asked for
     * @param mavlinkKey for MAVLINK only: the 32 bytes, as hexadecimal digits, that the drone signs its messages with; absent if
     *     it does not sign. No answer shows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Registration(
            @FleetId String baseId,
            @Valid Airframe airframe,
            Protocol protocol,

            @Min(1) @Max(254) @Nullable Integer mavlinkSystemId,

            @Size(min = 1, max = NETWORKS_MAX) @Nullable List<String> mavlinkNetworks,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            @JsonDeserialize(using = SecretText.class)
            @Pattern(regexp = "^[0-9A-Fa-f]{64}$", message = "must be 64 hexadecimal digits")
            @Nullable
            String mavlinkKey) {
        /** The most networks that a drone sends from. */
        public static final int NETWORKS_MAX = 16;

        /** That of a drone that reports by HTTP. */
        public static Registration overHttp(String baseId, Airframe airframe) {
            return new Registration(baseId, airframe, Protocol.HTTP, null, null, null);
        }

        /** That of a drone that reports by MAVLink, and does not sign its messages. */
        public static Registration overMavlink(String baseId, Airframe airframe, int systemId, List<String> networks) {
            return new Registration(baseId, airframe, Protocol.MAVLINK, systemId, networks, null);
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Registration[baseId=%s, airframe=%s, protocol=%s, mavlinkSystemId=%s, mavlinkNetworks=%s, signed=%s]"
                    .formatted(baseId, airframe, protocol, mavlinkSystemId, mavlinkNetworks, mavlinkKey != null);
        }
    }

    /** What a drone is there for at the moment. */
    public enum Availability {
        /** Can be reserved. */
        FREE,
        /** Reserved, the delivery not yet confirmed. */
        RESERVED,
        /** Flies or is about to fly its mission. */
        ON_MISSION,
        /** Its mission has ended; it is on its way home, not empty, or not charged enough. */
        RETURNING,
        /** Silent, or out of service. */
        UNAVAILABLE,
        /** Declared lost by an operator; it is never ordered to fly any mission unless it is registered anew. */
        WRITTEN_OFF
    }

    /** A drone as operators see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Drone(
            String droneId,
            Registration registration,
            Availability availability,
            @Nullable MissionReference mission,
            @Nullable Position position,
            @Nullable Double battery,
            DroneTelemetry.@Nullable FlightStatus flightStatus,
            @Nullable Instant seenAt,
            @Nullable WrittenOff writtenOff) {}

    /** That an operator has declared a drone lost: who, when and why. */
    public record WrittenOff(String by, Instant at, String note) {}

    /**
     * The body of <code>PUT /reservations/{deliveryId}/attempts/{n}</code>: 200 with the Reservation; 422 with
     * TOO_HEAVY_FOR_DRONES, OUT_OF_DRONE_RANGE or NO_DRONE_IN_TIME, the definitive "no drone can"; 409 with
     * ALREADY_PICKED_UP where the drone of an earlier attempt flies with the parcel, or with ATTEMPT_OVERTAKEN. The answer is
     * stored and repeated. <code>DELETE</code> of the same releases the drone and fences the attempt: 204, also where there
     * was none. <code>PUT /reservations/{deliveryId}/attempts/{n}/recall</code> (no body)
     * orders the drone to give the attempt's mission up: 204 at once, also when repeated, and where there is none; once it is
     * certain that the drone will not go on, {@link FlightStopped} is in its stream.
     */
    public record ReservationRequest(
            Position pickup, Position dropoff, @Min(1) int weightGrams, Instant readyAt, Instant deadline) {}

    /** The drone that will fly it, and when it is expected where. */
    public record Reservation(
            String deliveryId, int attempt, String droneId, double cruiseSpeed, Instant pickupAt, Instant dropoffAt) {}

    /**
     * The body of <code>POST /drones/{droneId}/write-off</code>, by an operator's token, whose subject is
     * recorded: the drone is lost, and whatever it flew is stopped. 204, also when repeated; 404 with NOT_FOUND.
     *
     * @param note why, for those who ask later
     */
    public record WriteOff(@PlainText(max = 1_000) String note) {}

    /**
     * The body of <code>POST /telemetry</code>: samples of one drone, in the order they were taken.
     *
     * @param more whether later samples of this drone wait to be posted, so that these tell what was, not what is; absent
     *     is false
     */
    public record TelemetryBatch(
            List<DroneTelemetry> samples, @Nullable Boolean more) {
        /** The most samples of a batch; it has at least one. */
        public static final int SAMPLES_MAX = 1_000;
    }

    /**
     * Its answer: 200 once Kafka has the samples.
     *
     * @param orders what each drone of the batch is to do now
     * @param unknown drones that are not registered; their samples were dropped
     * @param refused the samples that were not published; all others were
     */
    public record TelemetryAnswer(List<Order> orders, List<String> unknown, List<RefusedSample> refused) {}

    /**
     * A sample that was not published: it can't be read, or it is implausible with what is known of its drone.
     *
     * @param index its place in the batch, from 0 on
     * @param reason which field is wrong, and what is wanted
     */
    public record RefusedSample(int index, String reason) {}

    /**
     * What a drone is to do.
     *
     * @param flight the mission to fly; absent: fly home (if airborne, aborting whatever was flown) and be charged
     * @param home the base's location
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Order(String droneId, @Nullable Flight flight, Position home) {}

    /** A mission: to the pickup, load, to the drop-off, unload, home. */
    public record Flight(
            MissionReference mission, Position pickup, Position dropoff, int weightGrams, Instant readyAt) {}
}
