package io.dronedelivery.chassis.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RecordsInHandTest {
    private static final TopicPartition ONE = new TopicPartition("notes", 0);
    private static final TopicPartition OTHER = new TopicPartition("notes", 1);
    private static final long FIRST = 7;
    private static final long SECOND = 8;
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final RecordsInHand inHand = new RecordsInHand();

    @Test
    void whatIsAcknowledgedIsInHandNoMore() {
        inHand.add(ONE, FIRST);
        inHand.add(ONE, SECOND);
        inHand.remove(ONE, FIRST);

        assertThat(inHand.awaitNone(AT_ONCE)).isEqualTo(1);
    }

    @Test
    void onlyThePartitionsThatAreAskedForAreWaitedFor() {
        inHand.add(OTHER, FIRST);

        assertThat(inHand.awaitNone(List.of(ONE), LONG)).isZero();
        assertThat(inHand.awaitNone(List.of(OTHER), AT_ONCE)).isEqualTo(1);
    }

    @Test
    void whoWaitsGoesOnAsSoonAsTheLastOneIsDone() {
        inHand.add(ONE, FIRST);
        CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> inHand.awaitNone(LONG));

        inHand.remove(ONE, FIRST);

        assertThat(left.join()).isZero();
    }

    @Test
    void onceItIsClosedNothingIsHandedOut() {
        assertThat(inHand.add(ONE, FIRST)).isTrue();
        inHand.close();

        assertThat(inHand.add(ONE, SECOND)).isFalse();
        assertThat(inHand.awaitNone(AT_ONCE)).isEqualTo(1);
    }

    @Test
    void recordsOfPartitionsThatAreGoneAreForgotten() {
        inHand.add(ONE, FIRST);
        inHand.forget(List.of(ONE));

        assertThat(inHand.awaitNone(AT_ONCE)).isZero();
    }

    @Test
    void anAcknowledgementOfARecordThatWasNeverAddedIsIgnored() {
        inHand.add(ONE, SECOND);
        inHand.remove(ONE, FIRST);

        assertThat(inHand.awaitNone(AT_ONCE)).isEqualTo(1);
    }
}
