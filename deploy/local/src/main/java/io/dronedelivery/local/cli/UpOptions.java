package io.dronedelivery.local.cli;

import io.dronedelivery.local.project.UserError;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of the system. */
final class UpOptions {
    private static final double SCALE_MAX = 1000;

    @Option(names = "--time-scale", paramLabel = "X", description = "seconds that pass in the system per real second")
    private double timeScale = 1;

    @Option(names = "--durable", description = "flush Kafka's log at every message: survives a power loss too")
    private boolean durable;

    double timeScale() {
        if (!(timeScale > 0 && timeScale <= SCALE_MAX)) {
            throw new UserError("--time-scale must be above 0 and at most " + SCALE_MAX + ", but is " + timeScale);
        }
        return timeScale;
    }

    boolean durable() {
        return durable;
    }

    /** These options as command-line arguments. */
    List<String> arguments() {
        String scale = "--time-scale=" + timeScale();
        return durable ? List.of(scale, "--durable") : List.of(scale);
    }
}
