package io.dronedelivery.local.balancer;

import io.dronedelivery.local.project.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The instances of a service. Each is asked again and again whether it is ready. */
final class ReadyInstances implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<Instance> instances;
    private final Predicate<Instance> health;
    private final Set<Instance> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();

    private ReadyInstances(List<Instance> instances, Predicate<Instance> health) {
        this.instances = instances;
        this.health = health;
    }

    /** Watches the instances until it is closed. */
    static ReadyInstances watch(List<Instance> instances, Predicate<Instance> health) {
        ReadyInstances watched = new ReadyInstances(instances, health);
        instances.forEach(instance -> watched.watchers.execute(() -> watched.watch(instance)));
        return watched;
    }

    /** One thread for each, so that a frozen one does not delay what is known of the others. */
    private void watch(Instance instance) {
        try {
            while (true) {
                if (health.test(instance)) {
                    ready.add(instance);
                } else {
                    ready.remove(instance);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * All instances in the order in which to try them: first those that are ready, in turn. The others follow, because they
     * may be ready again by now, and because there is no better choice where none is ready.
     */
    List<Instance> inTurn() {
        List<Instance> rotated = new ArrayList<>(instances);
        Collections.rotate(rotated, turn.getAndIncrement());
        List<Instance> order =
                new ArrayList<>(rotated.stream().filter(ready::contains).toList());
        rotated.stream().filter(instance -> !order.contains(instance)).forEach(order::add);
        return order;
    }

    /** Whether the instance was ready when it was asked last, and has accepted every connection since. */
    boolean isReady(Instance instance) {
        return ready.contains(instance);
    }

    /** The instance has refused a connection: it is not ready until it says so. */
    void refused(Instance instance) {
        ready.remove(instance);
    }

    @Override
    public void close() {
        watchers.shutdownNow();
    }
}
