package io.dronedelivery.local.demo;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.local.customer.DeliveryOrder;
import io.dronedelivery.local.customer.PublicApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run: orders deliveries, and watches them until they end. */
final class DemoRun {
    private final PublicApi api;
    private final TimeLimit timeLimit;
    private final DemoProgress progress;
    private final String name;
    private final List<DeliveryOrder> orders;
    private final List<TrackedDelivery> deliveries = new ArrayList<>();

    /**
     * A run that has ordered nothing yet.
     *
     * @param name a prefix of the idempotency keys, so that runs do not share one
     */
    DemoRun(PublicApi api, TimeLimit timeLimit, DemoProgress progress, String name, List<DeliveryOrder> orders) {
        this.api = api;
        this.timeLimit = timeLimit;
        this.progress = progress;
        this.name = name;
        this.orders = orders;
    }

    /** Orders all deliveries. The first order is tried only once: if it fails, the system is not up. */
    void order() throws IOException, InterruptedException, TimeLimit.Exceeded {
        deliveries.add(accepted(api.schedule(orders.getFirst(), key(0))));
        for (int number = 1; number < orders.size(); number++) {
            DeliveryOrder order = orders.get(number);
            String key = key(number);
            deliveries.add(accepted(timeLimit.retry(() -> api.schedule(order, key))));
            show("");
        }
    }

    private String key(int number) {
        return name + "/" + number;
    }

    private static TrackedDelivery accepted(DeliveryAccepted answer) {
        return TrackedDelivery.accepted(answer.deliveryId());
    }

    /** Watches the deliveries until all have ended. */
    void watch() throws InterruptedException, TimeLimit.Exceeded {
        while (true) {
            show(lookUp());
            if (deliveries.stream().allMatch(TrackedDelivery::ended)) {
                return;
            }
            timeLimit.pause();
        }
    }

    /** Looks up each delivery that has not ended. Returns why it could not look up all, or nothing. */
    private String lookUp() throws InterruptedException {
        try {
            for (int index = 0; index < deliveries.size(); index++) {
                TrackedDelivery delivery = deliveries.get(index);
                if (!delivery.ended()) {
                    deliveries.set(index, latest(delivery));
                }
            }
            return "";
        } catch (IOException forNow) {
            return "the delivery service does not answer, trying again";
        }
    }

    private TrackedDelivery latest(TrackedDelivery delivery) throws IOException, InterruptedException {
        Optional<DeliveryView> view = api.find(delivery.deliveryId());
        if (view.isEmpty() || !view.get().status().terminal()) {
            return view.map(delivery::seen).orElse(delivery);
        }
        List<DeliveryEvent> timeline = api.timeline(delivery.deliveryId());
        return delivery.seen(view.get()).with(timeline);
    }

    private void show(String obstacle) {
        progress.show(DemoProgress.Moment.of(timeLimit.elapsed(), orders.size(), deliveries, obstacle));
    }

    List<TrackedDelivery> deliveries() {
        return deliveries;
    }

    /** Whether all were ordered and are completed. */
    boolean completed() {
        return deliveries.size() == orders.size() && deliveries.stream().allMatch(TrackedDelivery::completed);
    }
}
