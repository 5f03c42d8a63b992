package io.dronedelivery.chassis.channel;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** The records of one consumer that were handed out and are not acknowledged yet. Many threads use it. */
final class RecordsInHand {
    private record Place(TopicPartition partition, long offset) {}

    private final Set<Place> places = new HashSet<>();
    private boolean closed;

    /** Adds a record. Returns false once it is closed: the record must not be handed out. */
    synchronized boolean add(TopicPartition partition, long offset) {
        if (!closed) {
            places.add(new Place(partition, offset));
        }
        return !closed;
    }

    /** A record is acknowledged. Of a batch only the last record of each partition was added; the others are ignored. */
    synchronized void remove(TopicPartition partition, long offset) {
        if (places.remove(new Place(partition, offset))) {
            notifyAll();
        }
    }

    /** Nothing is added any more. */
    synchronized void close() {
        closed = true;
    }

    /** Waits until none of these partitions is left. Returns how many are left when the time is up. */
    synchronized int awaitNone(Collection<TopicPartition> partitions, Duration timeout) {
        return awaitNone(place -> partitions.contains(place.partition()), timeout);
    }

    /** Waits until none is left. Returns how many are left when the time is up. */
    synchronized int awaitNone(Duration timeout) {
        return awaitNone(_ -> true, timeout);
    }

    /** The records of partitions that another consumer has from now on. */
    synchronized void forget(Collection<TopicPartition> partitions) {
        places.removeIf(place -> partitions.contains(place.partition()));
        notifyAll();
    }

    private int awaitNone(Predicate<Place> which, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        int left = left(which);
        while (left > 0) {
            long nanos = deadline - System.nanoTime();
            if (nanos <= 0) {
                return left;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, nanos);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return left;
            }
            left = left(which);
        }
        return 0;
    }

    private int left(Predicate<Place> which) {
        return Math.toIntExact(places.stream().filter(which).count());
    }
}
