package io.dronedelivery.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final Distribution ONE_TO_HUNDRED = Distribution.of(
            IntStream.rangeClosed(1, 100).mapToObj(each -> 101.0 - each).toList());

    @Test
    void aPercentileIsTheValueOfTheNearestRank() {
        assertThat(ONE_TO_HUNDRED.percentile(99)).isEqualTo(99);
        assertThat(ONE_TO_HUNDRED.percentile(99.5)).isEqualTo(100);
        assertThat(ONE_TO_HUNDRED.percentile(100)).isEqualTo(100);
        assertThat(ONE_TO_HUNDRED.percentile(0)).isEqualTo(1);
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(ONE_TO_HUNDRED.median()).isEqualTo(50.5);
        assertThat(Distribution.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(Distribution.of(List.of(7.0)).median()).isEqualTo(7);
    }

    @Test
    void theSpreadIsAPartOfTheMedian() {
        assertThat(Distribution.of(List.of(95.0, 100.0, 105.0)).spread()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void thereIsNoDistributionOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(List.of()));
    }
}
