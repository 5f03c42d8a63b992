package io.dronedelivery.local.upgrade;

import io.dronedelivery.local.project.QuarkusBuild;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.ReplicasOption;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.InterruptibleWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl upgrade</code>: exit code 0 only if no client saw an error and everything was checked and holds, else 1. */
@Command(
        name = "upgrade",
        description = "Restart one instance after the other of a system of its own under load, and check that no client"
                + " noticed and nothing was lost.",
        footer =
                "Runs beside a running system, on other ports, and keeps its data in .local/upgrade unless --state is given.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
public final class Upgrade implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final double RATE_MAX = 1_000;
    private static final double SCALE_MAX = 1_000;
    private static final int MINUTES_MAX = 60;
    private static final Replicas TWO_OF_WHAT_IS_CALLED = new Replicas(Map.of(
            Service.GATEWAY, 2, Service.INGESTION, 2, Service.DELIVERY, 2, Service.DRONE, 2, Service.SCHEDULER, 2));

    @ParentCommand
    private StateFolder state = new StateFolder();

    @Option(names = "--minutes", paramLabel = "M", description = "how long the load lasts at least, in real time")
    private int minutes = 3;

    @Option(names = "--time-scale", paramLabel = "X", description = "seconds that pass in the system per real second")
    private double timeScale = 10;

    @Option(names = "--rate", paramLabel = "R", description = "requests per real second")
    private double rate = 3;

    @Option(names = "--seed", paramLabel = "S", description = "draws the requests: the same seed draws the same")
    private long seed = 1;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "another folder of the project, with the build of the next version: upgrades to it, and back;"
                    + " without it, each instance is restarted")
    private @Nullable Path next;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "how long to wait at the end until nothing is under way, in real time")
    private int timeoutSeconds = 600;

    @Mixin
    private ReplicasOption replicas = new ReplicasOption(TWO_OF_WHAT_IS_CALLED);

    @Override
    public Integer call() throws InterruptedException {
        UpgradeSettings settings = settings();
        UpgradedSystem system = UpgradedSystem.in(state.folder("upgrade"), timeScale, replicas.replicas());
        InterruptibleWork work = new InterruptibleWork();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            work.interrupt();
            system.close();
        }));
        System.out.println("starting with " + replicas.replicas() + "; logs are in " + system.logs());
        boolean holds = false;
        try {
            holds = new UpgradeRun(system, settings, System.out).run();
        } finally {
            work.end();
            system.close();
        }
        if (holds) {
            system.delete();
            System.out.println("No client saw an error, and everything holds.");
        } else {
            System.out.println("Not all is well. Data and logs stay in " + system.folder() + " until the next run.");
        }
        return holds ? 0 : FAILED;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserError(message);
        }
    }

    private static void requireBuilds(Path folder) {
        List<String> missing = Stream.of(Service.values())
                .map(Service::id)
                .filter(service -> !Files.isDirectory(
                        QuarkusBuild.of(folder.resolve(service)).folder()))
                .toList();
        require(
                missing.isEmpty(),
                "%s has no build of %s: run ./dronectl --help there first, which builds what is missing"
                        .formatted(folder, String.join(", ", missing)));
    }

    private UpgradeSettings settings() {
        require(rate > 0 && rate <= RATE_MAX, "--rate must be above 0 and at most " + RATE_MAX);
        require(timeScale > 0 && timeScale <= SCALE_MAX, "--time-scale must be above 0 and at most " + SCALE_MAX);
        require(minutes >= 1 && minutes <= MINUTES_MAX, "--minutes must be from 1 to " + MINUTES_MAX);
        require(timeoutSeconds >= 1, "--timeout must be at least 1");
        Path folder = next == null ? null : next.toAbsolutePath().normalize();
        if (folder != null) {
            requireBuilds(folder);
        }
        return new UpgradeSettings(Duration.ofMinutes(minutes), rate, seed, folder, Duration.ofSeconds(timeoutSeconds));
    }
}
