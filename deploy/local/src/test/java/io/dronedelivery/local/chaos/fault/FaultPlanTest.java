package io.dronedelivery.local.chaos.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void theSameSeedIsTheSamePlan() {
        assertThat(FaultPlan.of(7, TEN_MINUTES, ALL)).isEqualTo(FaultPlan.of(7, TEN_MINUTES, ALL));
        assertThat(FaultPlan.of(7, TEN_MINUTES, ALL)).isNotEqualTo(FaultPlan.of(8, TEN_MINUTES, ALL));
    }

    @Test
    void everyKindHappensEvenInAMinute() {
        assertThat(plans(Duration.ofMinutes(1)))
                .allSatisfy(plan -> assertThat(plan).extracting(Fault::kind).containsAll(ALL));
    }

    @Test
    void withinTenMinutesEveryKindHappensSeveralTimes() {
        assertThat(plans(TEN_MINUTES)).allSatisfy(plan -> {
            Map<FaultKind, Long> times = plan.stream().collect(groupingBy(Fault::kind, counting()));
            assertThat(times).hasSize(ALL.size()).allSatisfy((_, count) -> assertThat(count)
                    .isGreaterThan(1));
        });
    }

    @Test
    void severalFaultsOverlap() {
        assertThat(plans(TEN_MINUTES)).allMatch(plan -> plan.stream().anyMatch(fault -> plan.stream()
                .anyMatch(other -> !other.equals(fault)
                        && other.at().compareTo(fault.at()) >= 0
                        && other.at().compareTo(fault.end()) < 0)));
    }

    @Test
    void everyFaultIsOverWhenTheTimeIsUp() {
        assertThat(plans(TEN_MINUTES).flatMap(List::stream))
                .allMatch(fault -> fault.end().compareTo(TEN_MINUTES) <= 0);
    }

    @Test
    void noTargetHasTwoFaultsAtOnce() {
        assertThat(plans(TEN_MINUTES))
                .allSatisfy(plan -> plan.forEach(fault -> assertThat(plan)
                        .filteredOn(other -> !other.equals(fault) && other.sameTarget(fault))
                        .allMatch(other -> other.end().compareTo(fault.at()) < 0
                                || fault.end().compareTo(other.at()) < 0)));
    }

    @Test
    void onlyTheKindsAskedForHappen() {
        Set<FaultKind> only = EnumSet.of(FaultKind.CUT, FaultKind.OUTAGE);

        assertThat(FaultPlan.of(1, TEN_MINUTES, only))
                .extracting(Fault::kind)
                .containsOnly(FaultKind.CUT, FaultKind.OUTAGE);
    }

    @Test
    void eachKindLastsAsLongAsItMay() {
        assertThat(plans(TEN_MINUTES).flatMap(List::stream)).allSatisfy(fault -> {
            long millisMax =
                    switch (fault.kind()) {
                        case KILL -> 0;
                        case FREEZE -> 90_000;
                        case OUTAGE -> 120_000;
                        case CLOCK_AHEAD, CLOCK_BEHIND -> 60_000;
                        case CUT, STALL, DELAY, LOST_ANSWERS -> 40_000;
                    };
            assertThat(fault.duration().toMillis()).isBetween(0L, millisMax);
        });
    }

    private static Stream<List<Fault>> plans(Duration length) {
        return LongStream.rangeClosed(1, 50).mapToObj(seed -> FaultPlan.of(seed, length, ALL));
    }
}
