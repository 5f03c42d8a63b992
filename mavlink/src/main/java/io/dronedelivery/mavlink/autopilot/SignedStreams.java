package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.mavlink.frame.Frame;
import io.dronedelivery.mavlink.frame.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The newest timestamp of each stream of a drone's signed frames, so that a frame can't be sent again by somebody else. Not
 * for several threads.
 */
final class SignedStreams {
    /** How far the first frame of a stream may be behind. */
    static final Duration BEHIND_MAX = Duration.ofMinutes(1);

    private static final Instant EPOCH = Instant.parse("2015-01-01T00:00:00Z");
    private static final long UNIT_NANOS = 10_000;

    private final Map<Stream, Long> newest = new HashMap<>();
    private long newestOfAll;

    /** What a sender numbers its timestamps by. */
    private record Stream(int system, int component, int link) {}

    /** What becomes of a frame by its timestamp. */
    enum Order {
        /** It is newer than all before. */
        NEXT,
        /** It is not newer than the last of its stream: sent twice, overtaken, or recorded. */
        REPEATED,
        /** It is the first of its stream, and too old. */
        LATE
    }

    /** Takes note of a frame with the right signature, if it is the next of its stream. */
    Order take(Frame frame, Signature signature, Instant now) {
        Stream stream = new Stream(frame.system(), frame.component(), signature.link());
        Long last = newest.get(stream);
        if (last != null && signature.timestamp() <= last) {
            return Order.REPEATED;
        }
        long present = Math.max(newestOfAll, timestamp(now));
        if (last == null && signature.timestamp() < present - BEHIND_MAX.dividedBy(Duration.ofNanos(UNIT_NANOS))) {
            return Order.LATE;
        }
        newest.put(stream, signature.timestamp());
        newestOfAll = Math.max(newestOfAll, signature.timestamp());
        return Order.NEXT;
    }

    /** A time in units of 10 µs since the start of 2015, as signatures tell it. */
    static long timestamp(Instant time) {
        return Duration.between(EPOCH, time).dividedBy(Duration.ofNanos(UNIT_NANOS));
    }
}
