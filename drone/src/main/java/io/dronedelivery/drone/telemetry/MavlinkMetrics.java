package io.dronedelivery.drone.telemetry;

import io.dronedelivery.mavlink.autopilot.Senders.Denial;
import io.dronedelivery.mavlink.frame.Datagram;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What comes in by MAVLink, counted. */
@Singleton
class MavlinkMetrics {
    private final Counter frames;
    private final Counter badChecksums;
    private final Counter unknown;
    private final Counter garbageBytes;
    private final Counter ignored;
    private final Counter contradicting;
    private final Counter foreign;
    private final Counter badSignatures;
    private final Counter invalid;
    private final Counter dropped;

    MavlinkMetrics(MeterRegistry metrics) {
        frames = counter(metrics, "frames", "Frames that were read");
        badChecksums = counter(metrics, "checksums.bad", "Frames that were damaged");
        unknown = counter(metrics, "frames.unknown", "Frames of messages that are of no use here");
        garbageBytes = counter(metrics, "garbage.bytes", "Bytes that belong to no frame");
        ignored =
                counter(metrics, "frames.ignored", "Frames of systems that are not registered, or not of an autopilot");
        contradicting = counter(metrics, "frames.contradicting", "Frames of sources that contradict the trusted one");
        foreign = counter(metrics, "frames.foreign", "Frames from addresses outside the networks of their drone");
        badSignatures = counter(
                metrics, "signatures.bad", "Frames that are not signed with their drone's key, or too late, or again");
        invalid = counter(metrics, "samples.invalid", "Samples with values that can't be");
        dropped = counter(metrics, "samples.dropped", "Samples lost because they could not be stored in time");
    }

    void count(Datagram datagram) {
        frames.increment(datagram.frames().size());
        badChecksums.increment(datagram.badChecksums());
        unknown.increment(datagram.unknown());
        garbageBytes.increment(datagram.garbageBytes());
    }

    Counter ignored() {
        return ignored;
    }

    Counter contradicting() {
        return contradicting;
    }

    /** Frames that are not heard, for that reason. */
    Counter denied(Denial why) {
        return switch (why) {
            case NO_NETWORKS, FOREIGN_ADDRESS -> foreign;
            case UNSIGNED, WRONG_SIGNATURE, LATE, REPEATED -> badSignatures;
        };
    }

    Counter invalid() {
        return invalid;
    }

    Counter dropped() {
        return dropped;
    }

    private static Counter counter(MeterRegistry metrics, String name, String description) {
        return Counter.builder("mavlink." + name).description(description).register(metrics);
    }
}
