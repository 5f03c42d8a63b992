package io.dronedelivery.bench;

import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.local.cli.DroneCtl;
import picocli.CommandLine.Command;

/** <code>dronectl bench</code>: exit code 0 only if there is a result, 1 if not, 2 for wrong options. */
@Command(
        name = "bench",
        description = "Start a system of its own, measure it, stop it, and print a table.",
        footer = {
            "Runs beside a running system, on other ports.",
            "Its data are in .local/bench unless --state is given."
        },
        subcommands = {
            Workflow.class,
            Accept.class,
            Telemetry.class,
            Growth.class,
            Status.class,
            Invoice.class,
            Idle.class,
            Footprint.class,
            All.class
        },
        mixinStandardHelpOptions = true)
public final class Bench extends MeasurementRun {
    /** Runs a command of <code>dronectl</code>, this one included. Its exit code is that of this process. */
    public static void main(String... arguments) {
        System.exit(DroneCtl.commands(new Bench()).execute(arguments));
    }
}
