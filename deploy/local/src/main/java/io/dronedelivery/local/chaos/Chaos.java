package io.dronedelivery.local.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.local.chaos.fault.FaultKind;
import io.dronedelivery.local.chaos.fault.TargetSystem;
import io.dronedelivery.local.project.NativeOption;
import io.dronedelivery.local.project.ReplicasOption;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.runtime.InterruptibleWork;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** <code>dronectl chaos</code>: exit code 0 only if everything was checked and holds, 1 if not, 2 for wrong options. */
@Command(
        name = "chaos",
        description = "Break a system of its own under load, heal it, and check that nothing was lost.",
        footer =
                "Runs beside a running system, on other ports, and keeps its data in .local/chaos unless --state is given.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
public final class Chaos implements Callable<Integer> {
    private static final int MINUTES_MAX = 24 * 60;
    private static final double RATE_MAX = 1_000;
    private static final double SCALE_MAX = 1_000;
    private static final int SEEDS = 1_000_000; // short enough to type
    private static final int VIOLATED = 1;

    /** No operator decides during a run, so the supervisor waits for one only shortly. */
    private static final Map<String, String> DECIDE_SOON = Map.of("SUPERVISOR_DECIDE_WITHIN", "10m");

    @ParentCommand
    private StateFolder state = new StateFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "M", description = "how long faults happen, in real time")
    private int minutes = 10;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "draws the faults and requests: the same seed draws the same; random unless given")
    private @Nullable Long seed;

    @Option(names = "--time-scale", paramLabel = "X", description = "seconds that pass in the system per real second")
    private double timeScale = 10;

    @Option(names = "--rate", paramLabel = "R", description = "requests per real second")
    private double rate = 5;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "KIND",
            converter = FaultKind.Converter.class,
            showDefaultValue = Visibility.NEVER,
            description =
                    "kinds of faults: kill, freeze, outage, clock-ahead, clock-behind, cut, stall, delay, lost-answers; all unless"
                            + " given")
    private List<FaultKind> only = List.of(FaultKind.values());

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "how long to wait at the end until nothing is under way, in real time")
    private int timeoutSeconds = 900;

    @Mixin
    private ReplicasOption replicas = new ReplicasOption();

    @Option(names = "--keep", description = "leave the system running at the end, until Ctrl-C, and keep its data")
    private boolean keep;

    @Mixin
    private NativeOption executables = new NativeOption();

    @Option(names = "--report", paramLabel = "FILE", description = "write the table to this file, too")
    private @Nullable Path report;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        System.out.println(settings.title());
        TargetSystem system = TargetSystem.in(
                state.folder("chaos"), executables.build(), timeScale, DECIDE_SOON, replicas.replicas());
        ChaosRun run = new ChaosRun(system, settings, System.out);
        InterruptibleWork work = new InterruptibleWork();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(work, system, run)));
        System.out.println("starting; logs are in " + system.logs());
        try {
            run.run();
            boolean holds = tell(run.report());
            if (work.end()) {
                return VIOLATED;
            }
            if (keep) {
                stay(system);
            }
            system.close();
            leave(system, holds);
            return holds ? 0 : VIOLATED;
        } catch (InterruptedException | RuntimeException failure) {
            if (work.end()) {
                return VIOLATED; // the shutdown hook stops the system and prints the report
            }
            throw failure;
        }
    }

    private Settings settings() {
        require(minutes >= 1 && minutes <= MINUTES_MAX, "--minutes must be from 1 to " + MINUTES_MAX);
        require(rate > 0 && rate <= RATE_MAX, "--rate must be above 0 and at most " + RATE_MAX);
        require(timeScale > 0 && timeScale <= SCALE_MAX, "--time-scale must be above 0 and at most " + SCALE_MAX);
        require(timeoutSeconds >= 1, "--timeout must be at least 1");
        long chosen = seed == null ? RandomGenerator.getDefault().nextInt(SEEDS) : seed;
        Duration length = Duration.ofMinutes(minutes);
        return new Settings(chosen, length, rate, timeScale, EnumSet.copyOf(only), Duration.ofSeconds(timeoutSeconds));
    }

    private void require(boolean condition, String message) {
        if (!condition && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** At Ctrl-C, SIGTERM or a failure, heals and stops the system. A run that is interrupted still prints its report. */
    private static void interrupt(InterruptibleWork work, TargetSystem system, ChaosRun run) {
        boolean interrupted = work.interrupt(); // before the stop, so that the run injects no more faults
        system.close();
        if (interrupted) {
            run.report().print(System.out);
        }
    }

    private boolean tell(Report result) {
        result.print(System.out);
        if (report != null) {
            try (PrintStream file = new PrintStream(Files.newOutputStream(report), false, UTF_8)) {
                result.print(file);
            } catch (IOException unwritable) {
                throw new UncheckedIOException("cannot write " + report, unwritable);
            }
        }
        return result.holds();
    }

    private static void stay(TargetSystem system) throws InterruptedException {
        System.out.printf(
                "The system runs until Ctrl-C. Other commands reach it by: DRONECTL_PORT_OFFSET=%s ./dronectl --state %s%n",
                System.getProperty("dronectl.port.offset"), system.folder());
        new CountDownLatch(1).await();
    }

    private void leave(TargetSystem system, boolean holds) {
        if (holds && !keep) {
            system.delete();
        } else {
            System.out.println("Its data and logs stay in " + system.folder() + " until the next run.");
        }
    }
}
