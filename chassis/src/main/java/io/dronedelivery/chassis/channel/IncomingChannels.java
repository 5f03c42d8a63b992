package io.dronedelivery.chassis.channel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The incoming channels of this service by name, and their metrics. */
@Singleton
class IncomingChannels {
    private final MeterRegistry metrics;
    private final Map<String, IncomingChannel> channels = new TreeMap<>();

    IncomingChannels(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** All of them. */
    synchronized Map<String, IncomingChannel> all() {
        return new TreeMap<>(channels);
    }

    /** A channel is begun. */
    void begin(String name) {
        channel(name).begin();
    }

    /** A channel has ended; the answer is how long to wait before it is begun anew. */
    Duration fail(String name, Throwable failure) {
        failures(name).increment();
        return channel(name).fail(failure);
    }

    private synchronized IncomingChannel channel(String name) {
        return channels.computeIfAbsent(name, this::shown);
    }

    private IncomingChannel shown(String name) {
        IncomingChannel channel = new IncomingChannel(System::nanoTime);
        failures(name);
        Gauge.builder("channel.running", () -> channel.runs() ? 1 : 0)
                .description("1 while an incoming channel runs, 0 while it has failed")
                .tag("channel", name)
                .register(metrics);
        return channel;
    }

    private Counter failures(String name) {
        return Counter.builder("channel.failures")
                .description("how often an incoming channel has failed and was begun anew")
                .tag("channel", name)
                .register(metrics);
    }
}
