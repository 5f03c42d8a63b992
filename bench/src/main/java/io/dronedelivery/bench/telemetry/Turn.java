package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.measurement.Consumption;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Reading;
import io.dronedelivery.contracts.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one contestant needed for the backlog of a round, while the others stood still.
 *
 * @param positions how many the backlog held
 * @param nanos from when it was let go until all it had to do was done
 * @param used what it used, by its name, and what PostgreSQL and Kafka used for it
 */
record Turn(Contestant contestant, int positions, long nanos, Consumption used) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double THOUSAND = 1_000;

    /** Lets it go, and waits until it has come to the end. */
    static Turn of(Contestant contestant, Standstill standstill, MeasuredSystem system, Topics topics, int positions)
            throws InterruptedException {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>(system.processes());
        processes.put(contestant.name(), contestant.process());
        Reading before = Reading.withoutTraffic(processes);
        long begin = System.nanoTime();
        standstill.end(contestant);
        String stream = Topic.DRONE_TELEMETRY.topicName();
        long end = contestant.statuses().isPresent()
                ? contestant.statuses().get().awaitAll(PATIENCE)
                : topics.awaitNoLag(contestant.group(), stream, PATIENCE);
        Consumption used = Reading.withoutTraffic(processes).since(before);
        long _ = topics.awaitNoLag(contestant.group(), stream, PATIENCE);
        contestant.statuses().ifPresent(StatusCounts::check);
        return new Turn(contestant, positions, end - begin, used);
    }

    /** Positions per second. */
    double rate() {
        return positions * NANOS_PER_SECOND / nanos;
    }

    /** CPU time of a process in milliseconds per 1,000 positions. */
    double cpuPerThousand(String process) {
        return used.cpuMillisPer(process, positions) * THOUSAND;
    }

    /** Commits per 1,000 positions. */
    double commitsPerThousand() {
        return used.commitsPer(positions) * THOUSAND;
    }
}
