package io.dronedelivery.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Latency LATENCY = new Latency(2, 40, 90);
    private static final Comparison ACCEPT = Comparison.of("accept, alone", "per s", 4_500)
            .against(10_000)
            .taking(LATENCY)
            .toReach(Target.ratioAtLeast(0.4), Target.p99AtMost(50));

    @Test
    void aLineTellsValueReferenceRatioTargetAndLatency() {
        assertThat(ACCEPT.line().split("\\|"))
                .extracting(String::strip)
                .containsExactly(
                        "",
                        "accept, alone",
                        "per s",
                        "4,500",
                        "10,000",
                        "45 %",
                        "≥ 40 %, p99 ≤ 50.0 ms",
                        "yes",
                        "2.00",
                        "40.0",
                        "90.0");
    }

    @Test
    void everyTargetHasToBeReached() {
        assertThat(ACCEPT.reached()).isTrue();
        assertThat(ACCEPT.toReach(Target.ratioAtLeast(0.4), Target.p99AtMost(30))
                        .reached())
                .isFalse();
        assertThat(ACCEPT.toReach(Target.atLeast(4_501)).reached()).isFalse();
        assertThat(ACCEPT.toReach(Target.atMost(4_500)).reached()).isTrue();
    }

    @Test
    void whatWasNotMeasuredReachesNoTarget() {
        Comparison alone = Comparison.of("invoice", "per s", 700);

        assertThat(alone.ratio()).isNull();
        assertThat(alone.reached()).isNull();
        assertThat(alone.toReach(Target.p99AtMost(50)).reached()).isFalse();
        assertThat(alone.toReach(Target.ratioAtLeast(0.1)).reached()).isFalse();
    }

    @Test
    void ratioAndVerdictAreInTheJson() {
        assertThat(Json.text(ACCEPT)).contains("\"ratio\":0.45", "\"reached\":true", "\"p999\":90.0");
    }
}
