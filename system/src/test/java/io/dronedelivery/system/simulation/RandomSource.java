package io.dronedelivery.system.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A source of chance. */
record RandomSource(RandomGenerator random) {

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }
}
