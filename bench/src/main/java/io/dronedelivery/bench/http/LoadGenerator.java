package io.dronedelivery.bench.http;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Sends requests to one server of this machine. At a given rate, each request is due at its own moment, whether earlier ones
 * were answered or not. Its latency counts from that moment, so that a server that stands still is not asked less.
 */
public final class LoadGenerator {
    private static final double NANOS_PER_SECOND = 1e9;

    private final InetSocketAddress server;
    private final Supplier<byte[]> requests;
    private final int connections;

    /**
     * A generator.
     *
     * @param port where the server listens
     * @param requests makes the next request: {@link RequestBytes}
     * @param connections how many requests can be under way; more wait, and their latency counts on
     */
    public LoadGenerator(int port, Supplier<byte[]> requests, int connections) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = requests;
        this.connections = connections;
    }

    /** Sends so many requests per second for that time. */
    public LoadRound atRate(double perSecond, Duration length) throws InterruptedException {
        return run(Math.max(1, Math.round(NANOS_PER_SECOND / perSecond)), length);
    }

    /** Keeps every connection busy for that time. Latencies tell nothing then. */
    public LoadRound saturating(Duration length) throws InterruptedException {
        return run(0, length);
    }

    private LoadRound run(long intervalNanos, Duration length) throws InterruptedException {
        try (LoadLoop loop = new LoadLoop(server, requests, connections)) {
            return loop.run(intervalNanos, length);
        } catch (IOException impossible) {
            throw new InvalidMeasurement("cannot send requests to " + server + ": " + impossible);
        }
    }
}
