package io.dronedelivery.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The limit of one kind of client, and what each such client has left of it. It remembers so many of them; then it forgets the one
 * that was not seen for the longest time.
 */
final class Quota {
    private final String name;
    private final int capacity;
    private final int perSecond;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets;

    /**
     * @param name as clients are told
     * @param rememberedMax how many clients it remembers
     */
    Quota(String name, int capacity, int perSecond, int rememberedMax, TimeMeter clock) {
        this.name = name;
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.clock = clock;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> oldest) {
                return size() > rememberedMax;
            }
        };
    }

    /** One more request of that client. */
    Standing count(String client) {
        ConsumptionProbe outcome = bucket(client).tryConsumeAndReturnRemaining(1);
        return new Standing(
                name,
                capacity,
                secondsToFill(),
                outcome.isConsumed(),
                outcome.getRemainingTokens(),
                seconds(outcome.isConsumed() ? outcome.getNanosToWaitForReset() : outcome.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String client) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(client, _ -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .withCustomTimePrecision(clock)
                    .build());
        }
    }

    private int secondsToFill() {
        return Math.max(1, Math.ceilDiv(capacity, perSecond));
    }

    private static int seconds(long nanos) {
        return Math.max(
                1, Math.toIntExact(Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos())));
    }

    /** How many clients it remembers at present. */
    int remembered() {
        synchronized (buckets) {
            return buckets.size();
        }
    }
}
