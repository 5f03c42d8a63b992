package io.dronedelivery.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final int CAPACITY = 10;
    private static final int PER_SECOND = 2;
    private static final int REMEMBERED = 3;

    private final Clock clock = new Clock();
    private final Quota quota = new Quota("drone", CAPACITY, PER_SECOND, REMEMBERED, clock);

    private static final class Clock implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private void use(String client, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(quota.count(client).granted()).isTrue();
        }
    }

    @Test
    void soManyRequestsAreGrantedAtOnceAndThenSoManyASecond() {
        use("a", CAPACITY);
        assertThat(quota.count("a").granted()).isFalse();
        clock.pass(Duration.ofSeconds(1));
        use("a", PER_SECOND);
        assertThat(quota.count("a").granted()).isFalse();
        clock.pass(Duration.ofHours(1));
        use("a", CAPACITY);
        assertThat(quota.count("a").granted()).isFalse();
    }

    @Test
    void aClientIsToldWhereItStands() {
        assertThat(quota.count("a")).isEqualTo(new Standing("drone", CAPACITY, 5, true, 9, 1));
        use("a", 7);
        assertThat(quota.count("a")).isEqualTo(new Standing("drone", CAPACITY, 5, true, 1, 5));
    }

    @Test
    void whoHasNoneLeftIsToldWhenToTryAgain() {
        use("a", CAPACITY);
        assertThat(quota.count("a")).isEqualTo(new Standing("drone", CAPACITY, 5, false, 0, 1));
        Quota slow = new Quota("other", 1, 1, REMEMBERED, clock);
        slow.count("a");
        assertThat(slow.count("a").seconds()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedCostsNothing() {
        use("a", CAPACITY);
        for (int i = 0; i < 100; i++) {
            quota.count("a");
        }
        clock.pass(Duration.ofMillis(500));
        assertThat(quota.count("a").granted()).isTrue();
    }

    @Test
    void eachClientHasItsOwn() {
        use("a", CAPACITY);
        use("b", CAPACITY);
    }

    @Test
    void theClientThatWasSeenTheLongestAgoIsForgottenFirst() {
        use("busy", CAPACITY);
        for (int i = 0; i < 100; i++) {
            use("c" + i, 1);
            assertThat(quota.count("busy").granted()).isFalse();
        }
        assertThat(quota.remembered()).isEqualTo(REMEMBERED);
    }
}
