package io.dronedelivery.bench.load;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.customer.PublicApi;
import io.dronedelivery.local.project.Endpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A closed load: as soon as one delivery has its outcome, the next is ordered, so that their number stays the same. */
final class ClosedLoad implements AutoCloseable {
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(20);
    private static final int FAILURES_SHOWN = 5;

    private final Orders orders;
    private final Outcome outcome;
    private final DeliveryOutcomes answers;
    private final Map<String, PublicApi> customers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Double> latencies = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;

    ClosedLoad(Orders orders, Credentials credentials, int inFlight, Outcome outcome) {
        this.orders = orders;
        this.outcome = outcome;
        this.answers = new DeliveryOutcomes(Endpoints.kafka(), outcome.decisive());
        this.customers = Orders.ACCOUNTS.stream()
                .collect(toMap(identity(), id -> new PublicApi(Endpoints.deliveries(), credentials.customer(id))));
        for (int place = 0; place < inFlight; place++) {
            Duration pause = outcome.spread().multipliedBy(place);
            threads.execute(() -> orderAgainAndAgain(pause));
        }
    }

    private void orderAgainAndAgain(Duration firstPause) {
        try {
            Thread.sleep(firstPause);
            while (!closing) {
                order(orders.next());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | ExecutionException | TimeoutException failed) {
            if (!closing) {
                failures.add(failed.toString());
            }
        }
    }

    private void order(Orders.Order order)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        PublicApi customer = Objects.requireNonNull(customers.get(order.account()));
        long start = System.nanoTime();
        String deliveryId = customer.schedule(order.order(), order.key()).deliveryId();
        DeliveryEvent answer = answers.of(deliveryId).get(outcome.timeout().toSeconds(), TimeUnit.SECONDS);
        double millis = (System.nanoTime() - start) / 1e6;
        answers.forget(deliveryId);
        if (outcome.wanted().test(answer)) {
            latencies.add(millis);
        } else {
            failures.add(Outcome.words(answer));
        }
    }

    /**
     * The latencies from request to outcome, in milliseconds, of the deliveries that had it since the last call.
     *
     * @throws InvalidMeasurement if an order had another outcome
     */
    List<Double> takeLatencies() {
        if (!failures.isEmpty()) {
            throw new InvalidMeasurement("of %,d orders, %,d were not %s with a drone: %s"
                    .formatted(
                            orders.count(),
                            failures.size(),
                            outcome.words(),
                            failures.stream().limit(FAILURES_SHOWN).toList()));
        }
        List<Double> taken = new ArrayList<>();
        for (Double next = latencies.poll(); next != null; next = latencies.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Stops ordering. Returns when all orders have their outcome, or after 20 s. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        awaitScheduled();
        threads.shutdownNow();
        answers.close();
        customers.values().forEach(PublicApi::close);
    }

    private void awaitScheduled() {
        try {
            boolean _ = threads.awaitTermination(DRAIN_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
