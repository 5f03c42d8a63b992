package io.dronedelivery.system.simulation;

import static java.util.stream.Collectors.toSet;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.RefusedSample;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What of the drones' samples the telemetry API has said that it published, and when. */
final class PublishedSamples {
    private static final Duration LATELY = Duration.ofMinutes(1);

    private record Last(Instant taken, Instant answered) {}

    private final Map<String, Last> byDrone = new HashMap<>();

    void note(List<DroneTelemetry> post, TelemetryAnswer answer, Predicate<DroneTelemetry> altered, Instant now) {
        Set<Integer> refused =
                answer.refused().stream().map(RefusedSample::index).collect(toSet());
        for (int index = 0; index < post.size(); index++) {
            DroneTelemetry sample = post.get(index);
            if (!refused.contains(index) && !altered.test(sample)) {
                byDrone.merge(sample.droneId(), new Last(sample.time(), now), PublishedSamples::later);
            }
        }
    }

    private static Last later(Last one, Last other) {
        return new Last(one.taken.isAfter(other.taken) ? one.taken : other.taken, other.answered);
    }

    /** The drones that were heard lately, of which something older is known than they have said. */
    List<String> misjudged(Function<String, @Nullable Instant> known, Instant now) {
        return byDrone.entrySet().stream()
                .filter(heard -> heard.getValue().answered().plus(LATELY).isAfter(now))
                .filter(heard -> {
                    Instant time = known.apply(heard.getKey());
                    return time == null
                            || time.plus(LATELY).isBefore(heard.getValue().taken());
                })
                .map(heard -> heard.getKey() + " said something at "
                        + heard.getValue().taken() + ", but " + known.apply(heard.getKey()) + " is known")
                .sorted()
                .toList();
    }
}
