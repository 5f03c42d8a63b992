package io.dronedelivery.bench.telemetry;

import java.util.Optional;

/**
 * One that consumes the drone location stream.
 *
 * @param name its name in figures
 * @param group its consumer group
 * @param process its process
 * @param statuses the statuses that it publishes; empty if it only reads
 */
record Contestant(String name, String group, ProcessHandle process, Optional<StatusCounts> statuses) {
    /** The name of the one that only reads. */
    static final String BARE = "bare consumer";
}
