package io.dronedelivery.local.demo;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The outcome of the deliveries, as a table and in sums. */
final class Report {
    private static final String ROW = "%-36s  %-18s  %-9s  %-9s  %-9s  %-9s  %-24s  %12s%n";
    private static final String ABSENT = "-";

    private final List<TrackedDelivery> deliveries;
    private final DateTimeFormatter clock;

    /**
     * A report.
     *
     * @param zone the time zone of the times in the table
     */
    Report(List<TrackedDelivery> deliveries, ZoneId zone) {
        this.deliveries = deliveries;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    void print(PrintStream out, Duration elapsed) {
        out.println();
        out.printf(ROW, "delivery", "status", "requested", "scheduled", "picked up", "ended", "by", "cost");
        deliveries.forEach(delivery -> printRow(out, delivery));
        out.println();
        out.printf(
                "%d deliveries: %s; %d by drone, %d by third parties; charged %s%n",
                deliveries.size(),
                byStatus(),
                count(delivery -> carried(delivery, Means.DRONE)),
                count(delivery -> carried(delivery, Means.THIRD_PARTY)),
                charged());
        printDurations(out, elapsed);
        deliveries.forEach(delivery -> printReason(out, delivery));
    }

    private void printRow(PrintStream out, TrackedDelivery delivery) {
        DeliveryView view = delivery.view();
        Assignment assignment = view == null ? null : view.assignment();
        Money price = view == null ? null : view.price();
        out.printf(
                ROW,
                delivery.deliveryId(),
                DemoProgress.words(delivery.status()),
                view == null ? ABSENT : clock.format(view.requestedAt()),
                time(delivery, DeliveryStatus.SCHEDULED),
                time(delivery, DeliveryStatus.PICKED_UP),
                delivery.ended() ? time(delivery, delivery.status()) : ABSENT,
                assignment == null ? ABSENT : assignment.carrier(),
                price == null ? ABSENT : amount(price.currency(), price.minor()));
    }

    private String time(TrackedDelivery delivery, DeliveryStatus status) {
        return delivery.reached(status).map(clock::format).orElse(ABSENT);
    }

    private String byStatus() {
        return deliveries.stream()
                .collect(Collectors.groupingBy(TrackedDelivery::status, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + DemoProgress.words(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** The amounts that were charged: only a completed delivery costs money. */
    private String charged() {
        Map<String, Long> sums = new TreeMap<>();
        for (TrackedDelivery delivery : deliveries) {
            DeliveryView view = delivery.view();
            Money price = view == null ? null : view.price();
            if (delivery.completed() && price != null) {
                sums.merge(price.currency(), price.minor(), Long::sum);
            }
        }
        return sums.isEmpty()
                ? "nothing"
                : sums.entrySet().stream()
                        .map(sum -> amount(sum.getKey(), sum.getValue()))
                        .collect(Collectors.joining(" and "));
    }

    private void printDurations(PrintStream out, Duration elapsed) {
        List<Duration> taken = deliveries.stream()
                .filter(TrackedDelivery::completed)
                .flatMap(delivery -> taken(delivery).stream())
                .sorted()
                .toList();
        if (!taken.isEmpty()) {
            out.printf(
                    "from request to completion by the system's clock: median %s, longest %s; watched for %s%n",
                    minutes(taken.get(taken.size() / 2)), minutes(taken.getLast()), minutes(elapsed));
        }
    }

    private static Optional<Duration> taken(TrackedDelivery delivery) {
        return delivery.reached(DeliveryStatus.PENDING)
                .flatMap(start -> delivery.reached(DeliveryStatus.COMPLETED).map(end -> Duration.between(start, end)));
    }

    private static void printReason(PrintStream out, TrackedDelivery delivery) {
        DeliveryView view = delivery.view();
        DeliveryView.Reason reason = view == null ? null : view.reason();
        if (!delivery.completed() && reason != null) {
            out.printf(
                    "%s is %s: %s (%s)%n",
                    delivery.deliveryId(), DemoProgress.words(delivery.status()), reason.detail(), reason.code());
        }
    }

    private static boolean carried(TrackedDelivery delivery, Means means) {
        DeliveryView view = delivery.view();
        Assignment assignment = view == null ? null : view.assignment();
        return assignment != null && assignment.means() == means;
    }

    private long count(Predicate<TrackedDelivery> which) {
        return deliveries.stream().filter(which).count();
    }

    private static String amount(String currency, long minor) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }

    private static String minutes(Duration duration) {
        return "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
