package io.dronedelivery.drone.report.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last report of a drone that was accepted.
 *
 * @param sequence its number in the drone's stream: only a report with a greater number replaces it
 * @param sequenceOffset how much greater that is than the number the drone gave it: not 0 once it has lost count
 * @param time by the drone's clock
 * @param position where it was; absent before its first satellite fix
 * @param altitude above ground, m; absent if it was not stored
 * @param battery percent, as last told; absent if it never was
 * @param batterySeenAt when that was taken in, by our clock
 * @param mission what it said it flies, if anything
 * @param seenAt when it was taken in, by our clock
 */
public record LastReport(
        String droneId,
        long sequence,
        long sequenceOffset,
        Instant time,
        @Nullable Position position,
        @Nullable Double altitude,
        @Nullable Double battery,
        @Nullable Instant batterySeenAt,
        FlightStatus flightStatus,
        Payload payload,
        @Nullable MissionReference mission,
        Instant seenAt) {

    /** Less than this is not charged enough for any new flight. */
    public static final double BATTERY_MIN_PERCENT = 30;

    /** The report that a sample makes. A place and a charge that it does not tell are taken from the report before. */
    public static LastReport of(DroneTelemetry sample, @Nullable LastReport before, Instant seenAt) {
        Position position = sample.position();
        Double battery = sample.battery();
        return new LastReport(
                sample.droneId(),
                sample.sequence(),
                before == null ? 0 : before.sequenceOffset(),
                sample.time(),
                position != null || before == null ? position : before.position(),
                sample.altitude(),
                battery != null || before == null ? battery : before.battery(),
                battery != null ? seenAt : before == null ? null : before.batterySeenAt(),
                sample.flightStatus(),
                sample.payload(),
                sample.mission(),
                seenAt);
    }

    /** The number that the drone gave it. */
    public long ownSequence() {
        return sequence - sequenceOffset;
    }

    /** This, with the offset that makes that number of the drone's next sample follow. */
    public LastReport numberingNext(long ownSequence) {
        return new LastReport(
                droneId,
                sequence,
                sequence + 1 - ownSequence,
                time,
                position,
                altitude,
                battery,
                batterySeenAt,
                flightStatus,
                payload,
                mission,
                seenAt);
    }

    /** Whether it stands on the ground, and in order. */
    public boolean standing() {
        return switch (flightStatus) {
            case GROUNDED, LANDED -> true;
            case AIRBORNE, EMERGENCY -> false;
        };
    }

    /** Whether that attempt is what it said it flies, or has given up. */
    public boolean flies(String deliveryId, int attempt) {
        return mission != null
                && mission.attempt() == attempt
                && mission.deliveryId().equals(deliveryId);
    }

    /** Whether it flies that attempt, with the parcel. */
    public boolean carries(String deliveryId, int attempt) {
        return payload == Payload.LOADED && flies(deliveryId, attempt) && mission != null && !mission.aborted();
    }

    /** Whether it changes what the drone can be used for or what is known of a mission, so that it should be stored at once. */
    public boolean differsInFactFrom(@Nullable LastReport before) {
        return before == null
                || flightStatus != before.flightStatus
                || payload != before.payload
                || !Objects.equals(mission, before.mission)
                || charged() != before.charged();
    }

    /** Whether it has enough in its battery for a new flight; an unknown charge is not enough. */
    public boolean charged() {
        return battery != null && battery >= BATTERY_MIN_PERCENT;
    }
}
