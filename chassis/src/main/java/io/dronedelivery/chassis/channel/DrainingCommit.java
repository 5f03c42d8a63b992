package io.dronedelivery.chassis.channel;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.commit.ContextHolder;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits what is acknowledged, as SmallRye's strategy <code>throttled</code> does, and lets no record be half done when its
 * partition goes to another consumer. Once the intake is closed, records are not handed out any more: the channel stands
 * still, and its consumer keeps its partitions until the records in hand are done. Before a rebalance takes a partition away,
 * its records in hand are finished and committed, too.
 */
final class DrainingCommit extends ContextHolder implements KafkaCommitHandler {
    /** A rebalance waits for all its consumers, so one record that waits out an outage must not keep the others for long. */
    private static final Duration REVOCATION_DELAY_MAX = Duration.ofSeconds(5);

    private static final Logger log = Logger.getLogger(DrainingCommit.class);
    private static final int TIMEOUT_MILLIS = 60_000; // as long as SmallRye's own strategy waits for its event loop

    private final String channel;
    private final KafkaCommitHandler throttled;
    private final RecordsInHand inHand;
    private final Set<TopicPartition> assigned = ConcurrentHashMap.newKeySet();
    private volatile boolean terminated;

    DrainingCommit(Vertx vertx, String channel, KafkaCommitHandler throttled, RecordsInHand inHand) {
        super(vertx, TIMEOUT_MILLIS);
        this.channel = channel;
        this.throttled = throttled;
        this.inHand = inHand;
    }

    @Override
    public void capture(Context context) {
        super.capture(context);
        if (throttled instanceof ContextHolder holder) {
            holder.capture(context);
        }
    }

    @Override
    public <K, V> Multi<IncomingKafkaRecord<K, V>> decorateStream(Multi<IncomingKafkaRecord<K, V>> records) {
        return throttled.decorateStream(records);
    }

    /** The record is in hand only when it is handed out: what is asked of the broker before may wait for a rebalance. */
    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
        return throttled.received(record).chain(known -> handOut(known, partition(record)));
    }

    /**
     * It is in hand before its partition is looked at: a revocation meanwhile waits for it. For a batch this is asked for the
     * last record of each partition, and a revoked partition's part of the batch is handed out all the same.
     */
    private <K, V> Uni<IncomingKafkaRecord<K, V>> handOut(IncomingKafkaRecord<K, V> record, TopicPartition partition) {
        if (!inHand.add(partition, record.getOffset())) {
            return Uni.createFrom().nothing();
        }
        if (!assigned.contains(partition)) {
            inHand.remove(partition, record.getOffset());
            return Uni.createFrom().nullItem(); // left out: it comes to the consumer that has the partition by now
        }
        return Uni.createFrom().item(record);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        return throttled.handle(record).onItem().invoke(() -> inHand.remove(partition(record), record.getOffset()));
    }

    private static TopicPartition partition(IncomingKafkaRecord<?, ?> record) {
        return new TopicPartition(record.getTopic(), record.getPartition());
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        assigned.addAll(partitions);
        throttled.partitionsAssigned(partitions);
    }

    /** Called by the thread that polls, which may wait: records are processed by others. */
    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        assigned.removeAll(Set.copyOf(partitions));
        int left = inHand.awaitNone(partitions, terminated ? Duration.ZERO : REVOCATION_DELAY_MAX);
        if (left > 0) {
            log.warnf("partitions revoked with records in hand, which come again channel=%s records=%d", channel, left);
        }
        inHand.forget(partitions);
        throttled.partitionsRevoked(partitions);
    }

    /** The intake has waited for the records in hand already, so what is acknowledged is committed at once. */
    @Override
    public void terminate(boolean graceful) {
        terminated = true;
        throttled.terminate(false);
    }
}
