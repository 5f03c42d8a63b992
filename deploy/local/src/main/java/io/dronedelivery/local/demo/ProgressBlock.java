package io.dronedelivery.local.demo;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A block of bars, one per status, which is redrawn in its place. */
final class ProgressBlock implements DemoProgress {
    private static final String UP = "\u001b[%dA"; // ECMA-48: cursor up
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final int BAR_WIDTH = 40;

    private final PrintStream out;
    private final String brick;
    private int height;

    ProgressBlock(PrintStream out) {
        this.out = out;
        this.brick = out.charset().newEncoder().canEncode("█") ? "█" : "#";
    }

    @Override
    public void show(Moment moment) {
        List<String> lines = new ArrayList<>();
        lines.add("%s  %d of %d deliveries ended".formatted(moment.clock(), moment.ended(), moment.total()));
        for (DeliveryStatus status : DeliveryStatus.values()) {
            int count = moment.count(status);
            if (count > 0 || usual(status)) {
                int bar = Math.ceilDiv(count * BAR_WIDTH, moment.total());
                lines.add("  %-18s %4d  %s".formatted(DemoProgress.words(status), count, brick.repeat(bar)));
            }
        }
        if (!moment.obstacle().isEmpty()) {
            lines.add("  " + moment.obstacle());
        }
        if (height > 0) {
            out.printf(UP, height);
        }
        out.print(CLEAR_BELOW);
        lines.forEach(out::println);
        out.flush();
        height = lines.size();
    }

    /** Each stage of a delivery that succeeds always has its line, so that the block keeps its size. */
    private static boolean usual(DeliveryStatus status) {
        return status.compareTo(DeliveryStatus.COMPLETED) <= 0;
    }
}
