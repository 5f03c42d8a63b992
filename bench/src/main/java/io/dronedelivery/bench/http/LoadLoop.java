package io.dronedelivery.bench.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** One load, from its begin to its end, on the thread of the caller. */
final class LoadLoop implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS_MAX = 100_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_MAX = Duration.ofMinutes(2).toNanos() / NANOS_PER_MICRO;
    private static final int DIGITS = 3;
    private static final int SUCCESS_MIN = 200;
    private static final int SUCCESS_MAX = 299;

    private final Supplier<byte[]> requests;
    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private final Queue<Connection> idle = new ArrayDeque<>();
    private final Queue<Long> waiting = new ArrayDeque<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private final Histogram latency = new Histogram(MICROS_MAX, DIGITS);
    private final Histogram lateness = new Histogram(MICROS_MAX, DIGITS);
    private long due;
    private long answeredInTime;
    private long end;

    LoadLoop(InetSocketAddress server, Supplier<byte[]> requests, int connectionCount) throws IOException {
        this.requests = requests;
        for (int each = 0; each < connectionCount; each++) {
            connections.add(Connection.open(server, selector));
        }
        idle.addAll(connections);
    }

    /**
     * Sends requests for that time, then waits for their answers, 10 s at most.
     *
     * @param intervalNanos after so long the next request is due; 0 if it is when a connection is idle
     */
    LoadRound run(long intervalNanos, Duration length) throws IOException, InterruptedException {
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long next = begin;
        end = begin + length.toNanos();
        long now = begin;
        while (now < end || isUnderWay() && now < end + DRAIN_TIMEOUT.toNanos()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (now < end) {
                next = intervalNanos == 0 ? fill(now) : becomeDue(next, now, intervalNanos);
            }
            sendWaiting();
            pause(next - now);
            receive();
            now = System.nanoTime();
        }
        double busy = (THREADS.getCurrentThreadCpuTime() - cpuBefore) / (double) (now - begin);
        if (isUnderWay()) {
            fail("not answered in time", connections.size() - idle.size() + waiting.size());
        }
        return new LoadRound(
                length.toNanos() / 1e9, due, answeredInTime, Map.copyOf(failures), latency, lateness, busy);
    }

    private boolean isUnderWay() {
        return idle.size() < connections.size() || !waiting.isEmpty();
    }

    private long fill(long now) {
        for (int each = idle.size(); each > 0; each--) {
            waiting.add(now);
            due++;
        }
        return now + PAUSE_NANOS_MAX;
    }

    private long becomeDue(long first, long now, long intervalNanos) {
        long next = first;
        for (; next <= now && next < end; next += intervalNanos) {
            record(lateness, now - next);
            waiting.add(next);
            due++;
        }
        return next;
    }

    private void sendWaiting() {
        while (!waiting.isEmpty() && !idle.isEmpty()) {
            Connection connection = idle.remove();
            try {
                connection.send(requests.get(), waiting.remove());
            } catch (IOException broken) {
                drop(connection, broken);
            }
        }
    }

    /** Short pauses are not left to the selector, which waits for whole milliseconds. */
    private void pause(long nanos) throws IOException {
        if (selector.selectNow() == 0 && nanos > 0) {
            LockSupport.parkNanos(Math.min(nanos, PAUSE_NANOS_MAX));
            selector.selectNow();
        }
    }

    private void receive() {
        long now = System.nanoTime();
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            try {
                int status = connection.goOn();
                if (status != ResponseBytes.INCOMPLETE) {
                    answered(connection, status, now);
                }
            } catch (IOException broken) {
                drop(connection, broken);
            }
        }
        selector.selectedKeys().clear();
    }

    private void answered(Connection connection, int status, long now) {
        idle.add(connection);
        record(latency, now - connection.due());
        if (now <= end) {
            answeredInTime++;
        }
        if (status < SUCCESS_MIN || status > SUCCESS_MAX) {
            fail("status " + status, 1);
        }
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(nanos / NANOS_PER_MICRO, MICROS_MAX));
    }

    private void drop(Connection connection, IOException broken) {
        connections.remove(connection);
        idle.remove(connection);
        fail(broken.toString(), 1);
        close(connection);
    }

    private void fail(String what, long count) {
        failures.merge(what, count, Long::sum);
    }

    @Override
    public void close() throws IOException {
        connections.forEach(LoadLoop::close);
        selector.close();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException closedAlready) {
            System.err.println("a connection was not closed: " + closedAlready);
        }
    }
}
