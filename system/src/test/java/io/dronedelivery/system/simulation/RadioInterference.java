package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What becomes of samples on the radio, and what others say in a drone's name: each field within its bounds, yet untrue. */
final class RadioInterference {
    private static final int KINDS = 8;

    private final World world;
    private final RandomGenerator random;
    private final Set<DroneTelemetry> altered = new HashSet<>();
    private final Set<DroneTelemetry> impossible = new HashSet<>();

    RadioInterference(World world) {
        this.world = world;
        this.random = world.randomSource("interference").random();
    }

    /** What is received where a drone sends that: mostly just that. */
    List<DroneTelemetry> with(DroneTelemetry sent) {
        if (world.strikes(Fault.MISREAD, sent.droneId())) {
            DroneTelemetry misread = misread(sent);
            altered.add(misread);
            return List.of(misread);
        }
        return world.strikes(Fault.IMPERSONATED, sent.droneId())
                ? List.of(impossible(landed(sent)), sent)
                : List.of(sent);
    }

    private DroneTelemetry impossible(DroneTelemetry sample) {
        altered.add(sample);
        impossible.add(sample);
        return sample;
    }

    /** Whether no drone has sent just that. */
    boolean isAltered(DroneTelemetry sample) {
        return altered.contains(sample);
    }

    /** Whether its drone can't be there, or move so: whatever is known of it. */
    boolean isImpossible(DroneTelemetry sample) {
        return impossible.contains(sample);
    }

    private DroneTelemetry misread(DroneTelemetry sent) {
        return switch (random.nextInt(KINDS)) {
            case 0 -> impossible(as(sent).place(nearZero()).sample());
            case 1 -> impossible(as(sent).place(farAway()).sample());
            case 2 ->
                as(sent).number(random.nextLong(1L << 45, 1L << 62), sent.time())
                        .sample();
            case 3 ->
                as(sent).number(random.nextLong(1_000), sent.time().plusSeconds(600))
                        .sample();
            case 4 ->
                as(sent).number(sent.sequence(), sent.time().plus(Duration.ofDays(7_168)))
                        .sample();
            case 5 -> as(sent).battery(random.nextBoolean() ? null : 100.0).sample();
            case 6 ->
                impossible(as(sent).motion(sent.altitude(), 500, sent.flightStatus())
                        .sample());
            default ->
                impossible(as(sent).motion(20_000, sent.groundSpeed(), sent.flightStatus())
                        .sample());
        };
    }

    /** Of a drone that is not on any mission, empty, and lands far away. */
    private DroneTelemetry landed(DroneTelemetry sent) {
        return as(sent).place(farAway())
                .motion(0, 0, FlightStatus.LANDED)
                .idle()
                .sample();
    }

    /** As receivers say before they have a fix. */
    private Position nearZero() {
        return new Position(random.nextDouble(0.0001), random.nextDouble(0.0001));
    }

    /** Never the same twice, nor near it. */
    private Position farAway() {
        return new Position(random.nextDouble(-80, 40), random.nextDouble(-180, 180));
    }

    private static Changed as(DroneTelemetry sent) {
        return new Changed(
                sent,
                sent.position(),
                sent.sequence(),
                sent.time(),
                sent.battery(),
                sent.altitude(),
                sent.groundSpeed(),
                sent.flightStatus(),
                sent.payload(),
                sent.mission());
    }

    /** A sample, a part of which is another. */
    private record Changed(
            DroneTelemetry sent,
            @Nullable Position there,
            long sequence,
            Instant time,
            @Nullable Double charge,
            double altitude,
            double speed,
            FlightStatus status,
            Payload payload,
            @Nullable MissionReference mission) {

        Changed place(Position other) {
            return new Changed(sent, other, sequence, time, charge, altitude, speed, status, payload, mission);
        }

        Changed number(long other, Instant at) {
            return new Changed(sent, there, other, at, charge, altitude, speed, status, payload, mission);
        }

        Changed battery(@Nullable Double other) {
            return new Changed(sent, there, sequence, time, other, altitude, speed, status, payload, mission);
        }

        Changed motion(double level, double fast, FlightStatus other) {
            return new Changed(sent, there, sequence, time, charge, level, fast, other, payload, mission);
        }

        Changed idle() {
            return new Changed(sent, there, sequence, time, charge, altitude, speed, status, Payload.EMPTY, null);
        }

        DroneTelemetry sample() {
            return new DroneTelemetry(
                    sent.droneId(),
                    sequence,
                    time,
                    there == null ? null : there.latitude(),
                    there == null ? null : there.longitude(),
                    altitude,
                    speed,
                    sent.heading(),
                    charge,
                    status,
                    payload,
                    mission);
        }
    }
}
