package io.dronedelivery.local.bench;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.DroneCtl;
import io.dronedelivery.local.MeasuredSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench</code>: exit code 0 only if there is a result, 1 if not, 2 for wrong options. */
@Command(
        name = "bench",
        description = "Start a system of its own, measure it, stop it, and print a table.",
        footer = {
            "Runs beside a running system, on other ports.",
            "Its data are in .local/bench unless --state is given."
        },
        subcommands = {Workflow.class, Idle.class, Footprint.class},
        mixinStandardHelpOptions = true)
public final class Bench {
    private static final int NO_RESULT = 1;

    /** What is to be measured. */
    interface Measurement {
        /** Measures a system that is not started yet. */
        Report of(MeasuredSystem system) throws InterruptedException;
    }

    @ParentCommand
    private DroneCtl dronectl = new DroneCtl();

    private volatile boolean over;
    private volatile boolean brokenOff;

    /** Measures, prints, and leaves nothing running, also on failure and at Ctrl-C. Returns the exit code. */
    int measure(Measurement measurement, RoundOptions options) throws InterruptedException {
        MeasuredSystem system = MeasuredSystem.in(dronectl.folder("bench"));
        Thread measuring = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> breakOff(measuring, system)));
        System.out.println("starting a system to be measured; logs are in " + system.logs());
        try {
            Report report = measurement.of(system);
            over = true;
            system.close();
            system.delete();
            tell(report, options);
            return 0;
        } catch (InvalidMeasurement invalid) {
            System.err.println("There is no result: " + invalid.getMessage());
            System.err.println(
                    "What the system stored and logged is left in " + system.folder() + " until the next run.");
            return NO_RESULT;
        } catch (InterruptedException | RuntimeException failure) {
            if (brokenOff) {
                return NO_RESULT; // who did so sees to the rest
            }
            throw failure;
        } finally {
            over = true;
            system.close();
        }
    }

    /** At Ctrl-C or SIGTERM. Whoever stops the system already is not interrupted, but waited for. */
    private void breakOff(Thread measuring, MeasuredSystem system) {
        if (!over) {
            brokenOff = true;
            measuring.interrupt();
        }
        system.close();
        if (brokenOff) {
            system.delete();
        }
    }

    private static void tell(Report report, RoundOptions options) {
        report.print(System.out);
        if (options.json() != null) {
            try {
                Files.write(options.json(), Json.bytes(report));
            } catch (IOException unwritable) {
                throw new UncheckedIOException("cannot write " + options.json(), unwritable);
            }
        }
    }
}
