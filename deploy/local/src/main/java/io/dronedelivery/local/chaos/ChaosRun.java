package io.dronedelivery.local.chaos;

import io.dronedelivery.local.chaos.fault.Fault;
import io.dronedelivery.local.chaos.fault.FaultInjector;
import io.dronedelivery.local.chaos.fault.FaultPlan;
import io.dronedelivery.local.chaos.fault.TargetSystem;
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
import io.dronedelivery.simulator.FleetPlan;
import io.dronedelivery.testing.invariants.StoredTopics;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run: load and faults together; then the system is healed, comes to rest, and is checked. */
final class ChaosRun {
    private static final Duration CLIENT_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(3);

    private final TargetSystem system;
    private final Settings settings;
    private final PrintStream out;
    private final RequestResults results = new RequestResults();
    private final FaultInjector injector;
    private final RequestOutcomes outcomes;
    private final List<Verdict> verdicts = new ArrayList<>();

    ChaosRun(TargetSystem system, Settings settings, PrintStream out) {
        this.system = system;
        this.settings = settings;
        this.out = out;
        this.injector = new FaultInjector(system, out);
        this.outcomes = new RequestOutcomes(Endpoints.deliveries(), system.credentials());
    }

    /** Runs to the end. Returns when everything is checked. */
    void run() throws InterruptedException {
        system.start();
        out.println("ready; load and faults begin");
        runLoadAndFaults();
        out.println(
                "healed, and every request answered or given up; waiting until all is ready and nothing is under way");
        long healed = System.nanoTime();
        List<String> notReady = system.awaitReady(READY_TIMEOUT);
        verdicts.add(new Verdict(
                "every process recovers by itself", system.processes().size(), notReady));
        CheckResult result = CheckResult.ofRunningSystem(settings.timeout());
        verdicts.add(new Verdict(
                "all that was under way comes to an end", results.accepted().size(), result.underWay()));
        verdicts.add(outcomes.of(results.accepted()));
        verdicts.add(new Verdict(
                "no request got a wrong answer", (int) results.of(RequestCount.SENT), results.wrongAnswers()));
        verdicts.addAll(result.verdicts());
        out.printf(
                "checked, %d s after the healing%n",
                Duration.ofNanos(System.nanoTime() - healed).toSeconds());
        verdicts.add(new DeadLetterCheck(new StoredTopics(Endpoints.kafka())).verdict());
    }

    private void runLoadAndFaults() throws InterruptedException {
        List<Fault> plan = FaultPlan.of(settings.seed(), settings.length(), settings.kinds());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try (Client client = new Client(results, system.credentials(), CLIENT_TIMEOUT)) {
            SteadyLoad load = new SteadyLoad(
                    client,
                    results,
                    Requests.inV1(Endpoints.deliveriesV1()),
                    Requests.inV2(Endpoints.deliveries()),
                    orders()::next,
                    settings.seed());
            Future<?> asked = threads.submit(() -> {
                load.run(settings.length(), settings.rate());
                return null;
            });
            injector.carryOut(plan);
            system.heal();
            asked.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("the load failed", bug);
        } finally {
            threads.shutdownNow();
        }
    }

    private Iterator<DeliveryOrder> orders() {
        int enough = (int) (settings.length().toSeconds() * settings.rate()) + 2;
        OrderGenerator customers = new OrderGenerator(FleetPlan.load().bases().values(), settings.seed());
        return customers.orders(enough).iterator();
    }

    /** The report of what has happened so far. */
    Report report() {
        return new Report(
                settings.title(),
                results,
                injector.injected(),
                new TreeMap<>(outcomes.outcomes()),
                List.copyOf(verdicts));
    }
}
