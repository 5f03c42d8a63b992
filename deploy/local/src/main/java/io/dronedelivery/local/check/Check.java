package io.dronedelivery.local.check;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** <code>dronectl check</code>: exit code 0 only if every invariant was examined and holds. */
@Command(
        name = "check",
        description = "Check every invariant in the running system's databases and topics.",
        footer = "Waits until nothing is under way, since several invariants hold only then.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
public final class Check implements Callable<Integer> {
    private static final int VIOLATED = 1;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "how long to wait for what is under way, in real time")
    private int timeoutSeconds = 120;

    @Override
    public Integer call() throws InterruptedException {
        CheckResult result = CheckResult.ofRunningSystem(Duration.ofSeconds(timeoutSeconds));
        result.underWay().forEach(what -> System.out.println("still under way: " + what));
        result.verdicts().forEach(verdict -> verdict.print(System.out));
        System.out.println(result.holds() ? "Every invariant holds." : "Not every invariant holds.");
        return result.holds() ? 0 : VIOLATED;
    }
}
