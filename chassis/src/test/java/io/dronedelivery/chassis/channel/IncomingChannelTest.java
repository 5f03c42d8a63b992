package io.dronedelivery.chassis.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncomingChannelTest {
    private static final RuntimeException FAILURE = new IllegalStateException("the consumer was closed");

    private long now;
    private final IncomingChannel channel = new IncomingChannel(() -> now);

    @Test
    void aChannelThatNeverFailedRuns() {
        channel.begin();

        assertThat(channel.runs()).isTrue();
        assertThat(channel.description()).isEqualTo("runs");
    }

    @Test
    void pausesDoubleUpToALongestOne() {
        channel.begin();

        assertThat(IntStream.range(0, 9).mapToObj(_ -> channel.fail(FAILURE)).map(Duration::toMillis))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    void aChannelThatWasBegunAnewRunsOnceItHasRunForAWhile() {
        channel.begin();
        channel.fail(FAILURE);
        assertThat(channel.runs()).isFalse();
        channel.begin();
        assertThat(channel.runs()).isFalse();
        assertThat(channel.description()).contains("1 times").contains("the consumer was closed");

        pass(IncomingChannel.RECOVERED_AFTER);

        assertThat(channel.runs()).isTrue();
        assertThat(channel.fail(FAILURE)).as("what is over is forgotten").isEqualTo(IncomingChannel.BACKOFF.first());
    }

    @Test
    void aChannelThatIsNotBegunAnewNeverRecovers() {
        channel.begin();
        channel.fail(FAILURE);

        pass(Duration.ofHours(1));

        assertThat(channel.runs()).isFalse();
    }

    @Test
    void whatManyNewConsumersCouldNotMendIsHopelessUntilItRuns() {
        channel.begin();
        for (int failure = 1; failure <= IncomingChannel.FAILURES_MAX; failure++) {
            assertThat(channel.isHopeless()).isFalse();
            channel.fail(FAILURE);
            channel.begin();
        }
        assertThat(channel.isHopeless()).isTrue();

        pass(IncomingChannel.RECOVERED_AFTER);

        assertThat(channel.isHopeless()).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
