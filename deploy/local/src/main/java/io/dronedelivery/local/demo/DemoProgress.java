package io.dronedelivery.local.demo;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Shows the progress of a run. */
interface DemoProgress {

    /** The progress at one moment. */
    record Moment(Duration elapsed, int total, Map<DeliveryStatus, Integer> counts, String obstacle) {

        static Moment of(Duration elapsed, int total, Collection<TrackedDelivery> deliveries, String obstacle) {
            Map<DeliveryStatus, Integer> counts = new EnumMap<>(DeliveryStatus.class);
            deliveries.forEach(delivery -> counts.merge(delivery.status(), 1, Integer::sum));
            return new Moment(elapsed, total, counts, obstacle);
        }

        int count(DeliveryStatus status) {
            return counts.getOrDefault(status, 0);
        }

        int ended() {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getKey().terminal())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        String clock() {
            return "%02d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
        }
    }

    /** Shows the progress at one moment. */
    void show(Moment moment);

    /** A block that is redrawn on a terminal; lines elsewhere. */
    static DemoProgress on(PrintStream out, boolean terminal) {
        return terminal ? new ProgressBlock(out) : new ProgressLines(out);
    }

    /** A status in words. */
    static String words(DeliveryStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
