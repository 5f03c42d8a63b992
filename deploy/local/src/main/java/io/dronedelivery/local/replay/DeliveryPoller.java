package io.dronedelivery.local.replay;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Polls the deliveries during the replay, and prints their events. */
final class DeliveryPoller implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final SystemClient system;
    private final ReplayOutput output;
    private final List<SortieDelivery> deliveries = new ArrayList<>();
    private boolean answered = true;
    private final Thread thread = Thread.ofVirtual().unstarted(this::poll);

    DeliveryPoller(SystemClient system, ReplayOutput output) {
        this.system = system;
        this.output = output;
        thread.start();
    }

    void add(SortieDelivery delivery) {
        synchronized (deliveries) {
            deliveries.add(delivery);
        }
    }

    List<SortieDelivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    /** All deliveries, once all have ended. */
    Optional<List<SortieDelivery>> ended() {
        return Optional.of(deliveries()).filter(all -> all.stream()
                .allMatch(delivery -> delivery.status().terminal()));
    }

    private void poll() {
        try {
            while (true) {
                for (int i = 0; i < deliveries().size(); i++) {
                    poll(i, deliveries().get(i));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll(int index, SortieDelivery delivery) throws InterruptedException {
        if (delivery.status().terminal()) {
            return;
        }
        try {
            List<DeliveryEvent> events = system.timeline(delivery.deliveryId());
            for (int seen = delivery.events().size(); seen < events.size(); seen++) {
                output.printEvent(delivery.number(), events.get(seen));
            }
            synchronized (deliveries) {
                deliveries.set(index, delivery.with(events));
            }
            answered = true;
        } catch (IOException | ReplayFailure forNow) {
            if (answered) {
                output.print("the delivery service does not answer (" + forNow + "), trying again");
            }
            answered = false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
