package io.dronedelivery.local.chaos;

import io.dronedelivery.local.BreakableSystem;
import io.dronedelivery.local.Endpoints;
import io.dronedelivery.local.check.Proof;
import io.dronedelivery.local.check.Verdict;
import io.dronedelivery.local.demo.Customers;
import io.dronedelivery.local.demo.Wish;
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

/** One run: load and faults together, then healing, quiet, and the proof. */
final class Trial {
    private static final Duration CLIENTS_PATIENCE = Duration.ofMinutes(5);
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);

    private final BreakableSystem system;
    private final Settings settings;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private final Injection injection;
    private final Aftermath aftermath = new Aftermath(Endpoints.requests(), Endpoints.deliveries());
    private final List<Verdict> verdicts = new ArrayList<>();

    Trial(BreakableSystem system, Settings settings, PrintStream out) {
        this.system = system;
        this.settings = settings;
        this.out = out;
        this.injection = new Injection(system, out);
    }

    /** Returns when everything is checked. */
    void run() throws InterruptedException {
        system.start();
        out.println("ready; load and faults begin");
        sufferUnderLoad();
        out.println("healed, and every request answered or given up; waiting until all is ready and quiet");
        long healed = System.nanoTime();
        List<String> notReady = system.awaitReady(READY_PATIENCE);
        verdicts.add(new Verdict(
                "every process recovers by itself", system.processes().size(), notReady));
        Proof proof = Proof.ofRunningSystem(settings.patience());
        verdicts.add(new Verdict(
                "all that was under way comes to an end", tally.promises().size(), proof.underWay()));
        verdicts.add(aftermath.of(tally.promises()));
        verdicts.add(new Verdict(
                "no answer was given that should not be", (int) tally.of(Count.SENT), tally.wrongAnswers()));
        verdicts.addAll(proof.verdicts());
        out.printf(
                "checked, %d s after the healing%n",
                Duration.ofNanos(System.nanoTime() - healed).toSeconds());
        verdicts.add(new DeadLetters(new StoredTopics(Endpoints.kafka())).verdict());
    }

    private void sufferUnderLoad() throws InterruptedException {
        List<Fault> plan = Plan.of(settings.seed(), settings.length(), settings.kinds());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try (Client client = new Client(tally, CLIENTS_PATIENCE)) {
            Load load = new Load(client, tally, new Requests(Endpoints.requests()), wishes()::next, settings.seed());
            Future<?> asked = threads.submit(() -> {
                load.run(settings.length(), settings.rate());
                return null;
            });
            injection.carryOut(plan);
            system.heal();
            asked.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("the load broke off", bug);
        } finally {
            threads.shutdownNow();
        }
    }

    private Iterator<Wish> wishes() {
        int enough = (int) (settings.length().toSeconds() * settings.rate()) + 2;
        Customers customers = new Customers(FleetPlan.load().bases().values(), settings.seed());
        return customers.wishes(enough).iterator();
    }

    /** What has been seen so far. */
    Report report() {
        return new Report(
                settings.title(),
                tally,
                injection.injected(),
                new TreeMap<>(aftermath.outcomes()),
                List.copyOf(verdicts));
    }
}
