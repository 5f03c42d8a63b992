package io.dronedelivery.local.cli;

import io.dronedelivery.local.project.NativeOption;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.ReplicasOption;
import io.dronedelivery.local.project.ServiceBuild;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.trace.TraceReceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the system. */
final class UpOptions {
    private static final double SCALE_MAX = 1000;

    @Option(names = "--time-scale", paramLabel = "X", description = "seconds that pass in the system per real second")
    private double timeScale = 1;

    @Option(names = "--durable", description = "flush Kafka's log at every message: survives a power loss too")
    private boolean durable;

    @Mixin
    private NativeOption executables = new NativeOption();

    @Option(names = "--observe", description = "keep the traces of the latest deliveries: dronectl trace shows them")
    private boolean observe;

    @Mixin
    private ReplicasOption replicas = new ReplicasOption();

    double timeScale() {
        if (!(timeScale > 0 && timeScale <= SCALE_MAX)) {
            throw new UserError("--time-scale must be above 0 and at most " + SCALE_MAX + ", but is " + timeScale);
        }
        return timeScale;
    }

    boolean durable() {
        return durable;
    }

    ServiceBuild build() {
        return executables.build();
    }

    boolean observe() {
        return observe;
    }

    /** What the services are told by their environment because of these options. */
    Map<String, String> settings() {
        return observe ? TraceReceiver.SETTINGS : Map.of();
    }

    Replicas replicas() {
        return replicas.replicas();
    }

    /** These options as command-line arguments. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(replicas.arguments());
        arguments.add("--time-scale=" + timeScale());
        if (durable) {
            arguments.add("--durable");
        }
        if (build() == ServiceBuild.NATIVE) {
            arguments.add(NativeOption.NAME);
        }
        if (observe) {
            arguments.add("--observe");
        }
        return arguments;
    }
}
