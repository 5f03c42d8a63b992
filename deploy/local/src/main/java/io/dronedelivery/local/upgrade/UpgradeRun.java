package io.dronedelivery.local.upgrade;

import io.dronedelivery.local.chaos.DeadLetterCheck;
import io.dronedelivery.local.chaos.RequestOutcomes;
import io.dronedelivery.local.chaos.load.Client;
import io.dronedelivery.local.chaos.load.RequestCount;
import io.dronedelivery.local.chaos.load.RequestResults;
import io.dronedelivery.local.chaos.load.Requests;
import io.dronedelivery.local.chaos.load.SteadyLoad;
import io.dronedelivery.local.check.CheckResult;
import io.dronedelivery.local.check.Verdict;
import io.dronedelivery.local.customer.DeliveryOrder;
import io.dronedelivery.local.customer.OrderGenerator;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.simulator.FleetPlan;
import io.dronedelivery.testing.invariants.StoredTopics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** One run: load, and meanwhile one instance after the other is upgraded; then the system comes to rest, and is checked. */
final class UpgradeRun {
    /** The account that can pay, by the fleet plan. */
    private static final String ACCOUNT = "demo";

    private static final Duration LOAD_MAX = Duration.ofHours(1);
    private static final Duration CLIENT_TIMEOUT = Duration.ofMinutes(1);

    private final UpgradedSystem system;
    private final UpgradeSettings settings;
    private final PrintStream out;
    private final RequestResults results = new RequestResults();
    private final List<Verdict> verdicts = new ArrayList<>();
    private int upgraded;

    UpgradeRun(UpgradedSystem system, UpgradeSettings settings, PrintStream out) {
        this.system = system;
        this.settings = settings;
        this.out = out;
    }

    /** Runs to the end. Returns whether everything was checked and holds. */
    boolean run() throws InterruptedException {
        system.start();
        out.println("ready; the load begins");
        upgradeUnderLoad();
        out.println("upgraded, and every request answered; waiting until nothing is under way");
        CheckResult result = CheckResult.ofRunningSystem(settings.timeout());
        verdicts.add(new Verdict("every instance was upgraded, and is ready", upgraded, system.notReady()));
        verdicts.add(new Verdict("no client saw an error", (int) results.of(RequestCount.SENT), errors()));
        verdicts.add(new RequestOutcomes(Endpoints.deliveries(), system.credentials()).of(results.accepted()));
        verdicts.add(new Verdict(
                "all that was under way comes to an end", results.accepted().size(), result.underWay()));
        verdicts.addAll(result.verdicts());
        verdicts.add(new DeadLetterCheck(new StoredTopics(Endpoints.kafka())).verdict());
        Stream.of(RequestCount.values()).forEach(count -> out.printf("%,10d  %s%n", results.of(count), count.words()));
        verdicts.forEach(verdict -> verdict.print(out));
        return verdicts.stream().allMatch(Verdict::holds);
    }

    private void upgradeUnderLoad() throws InterruptedException {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Client client = new Client(results, system.credentials(), CLIENT_TIMEOUT);
                Readers readers =
                        Readers.begin(Endpoints.deliveries(), system.credentials(), ACCOUNT, results::accepted)) {
            SteadyLoad load = new SteadyLoad(
                    client,
                    results,
                    Requests.inV1(Endpoints.deliveriesV1()),
                    Requests.inV2(Endpoints.deliveries()),
                    orders()::next,
                    settings.seed());
            Future<?> sent = threads.submit(() -> {
                load.run(LOAD_MAX, settings.rate());
                return null;
            });
            try {
                for (Path build : settings.builds(system.root())) {
                    upgradeAll(build);
                }
                Thread.sleep(settings.length().minusNanos(System.nanoTime() - begin));
            } finally {
                load.end();
            }
            sent.get();
            verdicts.add(readers.verdict());
        } catch (ExecutionException bug) {
            throw new IllegalStateException("the load failed", bug);
        }
    }

    private void upgradeAll(Path build) {
        out.println("upgrading to the build of " + build);
        for (Instance instance : system.instances()) {
            long begin = System.nanoTime();
            system.upgrade(instance, build);
            upgraded++;
            out.printf(
                    "%-14s %5.1f s%n",
                    instance.id(), Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
        }
    }

    /** A request that is repeated or left open is an error that its client saw. */
    private List<String> errors() {
        List<String> errors = new ArrayList<>(results.wrongAnswers());
        Stream.of(RequestCount.REPEATS, RequestCount.LEFT_UNKNOWN, RequestCount.GIVEN_UP, RequestCount.NOT_SENT)
                .filter(count -> results.of(count) > 0)
                .forEach(count -> errors.add(results.of(count) + " " + count.words()));
        return errors;
    }

    private Iterator<DeliveryOrder> orders() {
        int enough = (int) (LOAD_MAX.toSeconds() * settings.rate()) + 2;
        return new OrderGenerator(FleetPlan.load().bases().values(), settings.seed())
                .orders(enough)
                .iterator();
    }
}
