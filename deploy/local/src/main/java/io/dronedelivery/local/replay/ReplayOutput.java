package io.dronedelivery.local.replay;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints what happens. Times are seconds from the start of the log. */
final class ReplayOutput {
    private static final String ROW = "%6s  %-36s %8s %10s %10s %9s  %14s %16s  %s%n";

    private final PrintStream out;
    private final Instant start;

    ReplayOutput(PrintStream out, Instant start) {
        this.out = out;
        this.start = start;
    }

    synchronized void print(String line) {
        out.println(line);
    }

    /** Prints an event with the telemetry that caused it. */
    void printEvent(int sortie, DeliveryEvent event) {
        Cause cause = event.header().cause();
        print("sortie %d  %9s  %-18s %s%s%s"
                .formatted(
                        sortie,
                        offset(cause.time()),
                        event.header().status(),
                        cause.rule(),
                        cause.inferred() ? " (inferred)" : "",
                        evidence(cause)));
    }

    /** Prints a table of all sorties. */
    void printTable(List<SortieDelivery> deliveries) {
        out.println();
        out.printf(
                ROW,
                "sortie",
                "delivery",
                "armed",
                "picked up",
                "completed",
                "disarmed",
                "since arming",
                "since disarming",
                "status");
        for (SortieDelivery delivery : deliveries) {
            Optional<Instant> pickedUp = delivery.reached(DeliveryStatus.PICKED_UP);
            Optional<Instant> completed = delivery.reached(DeliveryStatus.COMPLETED);
            out.printf(
                    ROW,
                    delivery.number(),
                    delivery.deliveryId(),
                    offset(delivery.sortie().armedAt()),
                    offset(pickedUp.orElse(null)),
                    offset(completed.orElse(null)),
                    offset(delivery.sortie().disarmedAt()),
                    pickedUp.map(at -> between(delivery.sortie().armedAt(), at)).orElse("-"),
                    completed
                            .map(at -> between(delivery.sortie().disarmedAt(), at))
                            .orElse("-"),
                    delivery.status());
        }
        long completed = deliveries.stream().filter(SortieDelivery::completed).count();
        out.printf("%n%d of %d sorties completed a delivery.%n", completed, deliveries.size());
    }

    private String evidence(Cause cause) {
        Position place = cause.position();
        String where =
                place == null ? "" : String.format(Locale.ROOT, ", at %.6f,%.6f", place.latitude(), place.longitude());
        String when = cause.time() == null ? "" : ", " + cause.time();
        return cause.source() == Cause.Source.TELEMETRY ? where + when + ", sample " + cause.sequence() : "";
    }

    private String offset(@Nullable Instant time) {
        return time == null ? "-" : seconds("%.1f s", Duration.between(start, time));
    }

    private static String between(Instant from, Instant to) {
        return seconds("%+.1f s", Duration.between(from, to));
    }

    private static String seconds(String format, Duration duration) {
        return String.format(Locale.ROOT, format, duration.toMillis() / 1e3);
    }
}
