package io.dronedelivery.system.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    private static final int RUNS_MAX = 100;
    private static final Set<Fault> LOST_AND_CRASH = EnumSet.of(Fault.LOST, Fault.CRASH);
    private static final Scenario ALL = Scenario.faulty(1);
    private static final Scenario WRONG = ALL.with(ALL.faults(), ALL.deliveries(), 1_000);

    @Test
    void onlyWhatItTakesIsLeft() {
        assertThat(shrunk(scenario -> scenario.deliveries().contains(5)
                        && scenario.faults().containsAll(LOST_AND_CRASH)
                        && scenario.strikesMax() >= 77))
                .isEqualTo(WRONG.with(LOST_AND_CRASH, Set.of(5), 77));
    }

    @Test
    void whereItTakesEverythingEverythingIsLeft() {
        assertThat(shrunk(WRONG::equals)).isEqualTo(WRONG);
    }

    @Test
    void itGivesUpAfterSoManyRuns() {
        AtomicInteger runs = new AtomicInteger();
        new Shrinking(_ -> runs.incrementAndGet() < 0, 5).shrink(WRONG);
        assertThat(runs).hasValue(5);
    }

    @Test
    void aScenarioIsWrittenAsThePropertiesThatAskForIt() {
        assertThat(ALL).hasToString("-Dsimulation.seed=1");
        assertThat(WRONG.with(LOST_AND_CRASH, Set.of(5, 2), 77))
                .hasToString("-Dsimulation.seed=1 -Dsimulation.faults=LOST,CRASH -Dsimulation.deliveries=2,5"
                        + " -Dsimulation.strikes=77");
    }

    private static Scenario shrunk(Predicate<Scenario> wrong) {
        return new Shrinking(wrong, RUNS_MAX).shrink(WRONG);
    }
}
