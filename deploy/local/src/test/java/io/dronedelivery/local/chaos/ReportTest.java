package io.dronedelivery.local.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.local.chaos.fault.Fault;
import io.dronedelivery.local.chaos.fault.FaultKind;
import io.dronedelivery.local.chaos.load.AcceptedRequest;
import io.dronedelivery.local.chaos.load.RequestCount;
import io.dronedelivery.local.chaos.load.RequestResults;
import io.dronedelivery.local.check.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Verdict GOOD = new Verdict("the ledger balances", 1_200, List.of());
    private static final Verdict BAD = new Verdict("a drone flies once", 3, List.of("drone-1 flies twice"));

    @Test
    void itTellsRequestsOutcomesFaultsAndInvariants() {
        RequestResults results = new RequestResults();
        results.add(RequestCount.SENT);
        results.addAccepted(new AcceptedRequest("schedule", "demo", "d-1", "r-1"));
        List<Fault> faults =
                List.of(fault(FaultKind.KILL, "drone"), fault(FaultKind.KILL, "kafka"), fault(FaultKind.KILL, "drone"));

        String text = text(new Report("Chaos", results, faults, Map.of("delivery COMPLETED", 1_234), List.of(GOOD)));

        assertThat(text.lines())
                .contains(
                        "Chaos",
                        "         1  sent",
                        "         1  accepted (202)",
                        "     1,234  delivery COMPLETED",
                        "         3  kill drone 2, kafka 1",
                        "holds        1,200 examined  the ledger balances",
                        "No violation.");
    }

    @Test
    void itHoldsOnlyWhereEverythingDoes() {
        assertThat(report(GOOD).holds()).isTrue();
        assertThat(report(GOOD, BAD).holds()).isFalse();
        assertThat(text(report(GOOD, BAD))).contains("drone-1 flies twice", "1 of 2 do not hold.");
    }

    @Test
    void aCheckThatExaminedNothingProvesNothing() {
        assertThat(report(new Verdict("nothing was seen", 0, List.of())).holds())
                .isFalse();
    }

    @Test
    void anInterruptedRunHasNotProvedAnything() {
        assertThat(report().holds()).isFalse();
        assertThat(text(report())).contains("Broken off: nothing was checked.");
    }

    private static Report report(Verdict... verdicts) {
        return new Report("Chaos", new RequestResults(), List.of(), Map.of(), List.of(verdicts));
    }

    private static Fault fault(FaultKind kind, String target) {
        return new Fault(Duration.ZERO, kind, target, Duration.ZERO);
    }

    private static String text(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, UTF_8));
        return bytes.toString(UTF_8);
    }
}
