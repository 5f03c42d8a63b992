package io.dronedelivery.local.demo;

import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.customer.OrderGenerator;
import io.dronedelivery.local.customer.PublicApi;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.simulator.FleetPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl demo</code>: exit code 0 only if every delivery was completed. */
@Command(
        name = "demo",
        description = "Schedule deliveries through the public API and watch them until they end.",
        footer = "Best with a system whose clock runs faster: dronectl up --detach --time-scale 20",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
    @ParentCommand
    private StateFolder state = new StateFolder();

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int FAILED = 1;
    private static final int USAGE_ERROR = 2;
    private static final int DELIVERIES_MAX = 10_000;

    @Option(names = "--deliveries", paramLabel = "N", description = "how many deliveries, 1 to 10000")
    private int count = 20;

    @Option(names = "--account", paramLabel = "ID", description = "whose deliveries they are")
    private String account = "demo";

    @Option(names = "--seed", paramLabel = "S", description = "draws the deliveries: the same seed draws the same")
    private long seed = 1;

    @Option(names = "--timeout-minutes", paramLabel = "M", description = "how long to watch at most, in real time")
    private int timeoutMinutes = 120;

    @Option(names = "--deliveries-url", paramLabel = "URL", description = "where the deliveries of the public API are")
    private URI deliveries = Endpoints.deliveries();

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1 || count > DELIVERIES_MAX || timeoutMinutes < 1) {
            System.err.println("--deliveries must be from 1 to " + DELIVERIES_MAX + ", --timeout-minutes at least 1");
            return USAGE_ERROR;
        }
        boolean terminal = System.console() != null && System.console().isTerminal();
        TimeLimit timeLimit = new TimeLimit(Duration.ofMinutes(timeoutMinutes), PAUSE);
        try (PublicApi api =
                new PublicApi(deliveries, Credentials.of(state.project()).customer(account))) {
            OrderGenerator customers =
                    new OrderGenerator(FleetPlan.load().bases().values(), seed);
            DemoRun run = new DemoRun(
                    api,
                    timeLimit,
                    DemoProgress.on(System.out, terminal),
                    "demo-" + UUID.randomUUID(),
                    customers.orders(count));
            return carryOut(run, timeLimit, System.out, System.err);
        }
    }

    private int carryOut(DemoRun run, TimeLimit timeLimit, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            run.order();
            run.watch();
        } catch (IOException notUp) {
            err.println("The system is not up at " + deliveries + " (" + notUp + ").");
            err.println("Start it with: dronectl up --detach --time-scale 20");
            return FAILED;
        } catch (PublicApi.Refused refused) {
            err.println("The system refuses: " + refused.getMessage());
            return FAILED;
        } catch (TimeLimit.Exceeded timeUp) {
            err.println("Not all deliveries have ended within " + timeoutMinutes
                    + " minutes; they go on without being watched. See: dronectl status, dronectl logs delivery");
        }
        new Report(run.deliveries(), ZoneId.systemDefault()).print(out, timeLimit.elapsed());
        return run.completed() ? 0 : FAILED;
    }
}
