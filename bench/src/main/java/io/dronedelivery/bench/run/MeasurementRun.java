package io.dronedelivery.bench.run;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.runtime.InterruptibleWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParentCommand;

/** Runs a measurement on a system of its own. Returns exit code 0 only if there is a result, and 1 if not. */
public class MeasurementRun {
    private static final int NO_RESULT = 1;

    /** A measurement. */
    public interface Measurement {
        /** Measures a system that is not started yet. */
        Report of(MeasuredSystem system) throws InterruptedException;
    }

    @ParentCommand
    private StateFolder state = new StateFolder();

    private final List<Report> reports = new ArrayList<>();

    /** Measures a system of its own, and stops it, also after a failure and at Ctrl-C. Returns the exit code. */
    public int measure(Measurement measurement, ResultOptions options) throws InterruptedException {
        MeasuredSystem system = MeasuredSystem.in(folder(), options.build());
        InterruptibleWork work = new InterruptibleWork();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(work, system)));
        System.out.println("starting a system to be measured; logs are in " + system.logs());
        try {
            Report report = measurement.of(system);
            if (work.end()) {
                return NO_RESULT;
            }
            system.close();
            system.delete();
            tell(report, options);
            return 0;
        } catch (InvalidMeasurement invalid) {
            System.err.println("There is no result: " + invalid.getMessage());
            System.err.println("The data and logs of the system stay in " + system.folder() + " until the next run.");
            return NO_RESULT;
        } catch (InterruptedException | RuntimeException failure) {
            if (work.end()) {
                return NO_RESULT; // the shutdown hook deletes the data
            }
            throw failure;
        } finally {
            work.end();
            system.close();
        }
    }

    /** The folder of the measured system. */
    public Path folder() {
        return state.folder("bench");
    }

    /** At Ctrl-C or SIGTERM, interrupts the measurement, and waits until the system is stopped. */
    private static void interrupt(InterruptibleWork work, MeasuredSystem system) {
        boolean interrupted = work.interrupt();
        system.close();
        if (interrupted) {
            system.delete();
        }
    }

    private void tell(Report report, ResultOptions options) {
        reports.add(report);
        tell(report, options.command());
        if (options.json() != null) {
            ResultFiles.write(options.json(), Json.bytes(report));
        }
    }

    private void tell(Report report, String name) {
        report.print(System.out);
        Path file = ResultFiles.in(state.project().root()).write(name, report);
        System.out.println();
        System.out.println("The result is in " + file + ", with a plot beside it.");
    }

    /** Tells a report of several measurements. */
    public void conclude(Report report) {
        tell(report, "all");
    }

    /** The results so far, the first first. */
    public List<Report> reports() {
        return List.copyOf(reports);
    }
}
