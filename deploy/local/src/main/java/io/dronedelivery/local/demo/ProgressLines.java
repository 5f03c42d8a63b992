package io.dronedelivery.local.demo;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a line whenever something has changed. */
final class ProgressLines implements DemoProgress {
    private final PrintStream out;
    private Map<DeliveryStatus, Integer> shown = Map.of();
    private String obstacle = "";

    ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(Moment moment) {
        if (moment.counts().equals(shown) && moment.obstacle().equals(obstacle)) {
            return;
        }
        shown = moment.counts();
        obstacle = moment.obstacle();
        String counts = shown.entrySet().stream()
                .map(entry -> DemoProgress.words(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        out.printf("%s  %d/%d ended: %s", moment.clock(), moment.ended(), moment.total(), counts);
        out.println(obstacle.isEmpty() ? "" : "; " + obstacle);
    }
}
