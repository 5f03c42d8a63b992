package io.dronedelivery.bench.load;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.reference.BareWorkflow;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.simulator.FleetPlan;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A closed load of the bare workflow: as soon as the event of one request is read, the next is sent. */
public final class BareLoad implements AutoCloseable {
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(20);
    private static final long MICROS_MAX = Duration.ofMinutes(2).toNanos() / 1_000;
    private static final int DIGITS = 3;

    private final int inFlight;
    private final Orders orders = new Orders(FleetPlan.load(), "bare-" + UUID.randomUUID(), Orders.NOT_SOON);
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final Histogram latency = new Histogram(MICROS_MAX, DIGITS);
    private final KafkaProducer<String, byte[]> requests = new KafkaProducer<>(
            Map.of("bootstrap.servers", Endpoints.kafka(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final TopicReader events;

    /**
     * A load that has not begun.
     *
     * @param inFlight how many requests are under way at a time
     */
    public BareLoad(int inFlight) {
        this.inFlight = inFlight;
        this.places = new Semaphore(inFlight);
        this.events =
                new TopicReader(Endpoints.kafka(), BareWorkflow.EVENTS, (key, _) -> answered(key, System.nanoTime()));
    }

    private void answered(String delivery, long now) {
        Long begin = sent.remove(delivery);
        if (begin != null) {
            synchronized (latency) {
                latency.recordValue(Math.min((now - begin) / 1_000, MICROS_MAX));
            }
            places.release();
        }
    }

    /**
     * Sends requests for that time, then waits for the last.
     *
     * @return the latencies of those that were answered within the time, in microseconds
     * @throws InvalidMeasurement if some are not answered 20 s after the end
     */
    public Histogram send(Duration length) throws InterruptedException {
        synchronized (latency) {
            latency.reset();
        }
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            if (places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                Orders.Order order = orders.next();
                sent.put(order.key(), System.nanoTime());
                requests.send(new ProducerRecord<>(BareWorkflow.REQUESTS, order.key(), Json.bytes(order.order())));
            }
        }
        Histogram inTime;
        synchronized (latency) {
            inTime = latency.copy();
        }
        if (!places.tryAcquire(inFlight, DRAIN_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            throw new InvalidMeasurement("the bare workflow did not answer " + sent.size() + " requests");
        }
        places.release(inFlight);
        return inTime;
    }

    @Override
    public void close() {
        requests.close();
        events.close();
    }
}
