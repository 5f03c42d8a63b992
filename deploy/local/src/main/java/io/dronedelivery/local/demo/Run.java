package io.dronedelivery.local.demo;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run: orders deliveries, and watches them until they end. */
final class Run {
    private final PublicApi api;
    private final Patience patience;
    private final Progress progress;
    private final String name;
    private final List<Wish> wishes;
    private final List<Tracked> deliveries = new ArrayList<>();

    /**
     * A run.
     *
     * @param name tells its orders from those of other runs
     */
    Run(PublicApi api, Patience patience, Progress progress, String name, List<Wish> wishes) {
        this.api = api;
        this.patience = patience;
        this.progress = progress;
        this.name = name;
        this.wishes = wishes;
    }

    /** Orders all. The first order is tried once only: where it fails, the system is not up. */
    void order() throws IOException, InterruptedException, Patience.Exhausted {
        deliveries.add(accepted(api.schedule(wishes.getFirst(), key(0))));
        for (int number = 1; number < wishes.size(); number++) {
            Wish wish = wishes.get(number);
            String key = key(number);
            deliveries.add(accepted(patience.with(() -> api.schedule(wish, key))));
            show("");
        }
    }

    private String key(int number) {
        return name + "/" + number;
    }

    private static Tracked accepted(DeliveryAccepted answer) {
        return Tracked.accepted(answer.deliveryId());
    }

    /** Watches until all have ended. */
    void watch() throws InterruptedException, Patience.Exhausted {
        while (true) {
            show(look());
            if (deliveries.stream().allMatch(Tracked::ended)) {
                return;
            }
            patience.pause();
        }
    }

    /** Looks once at each that has not ended. Returns what kept it from looking at all. */
    private String look() throws InterruptedException {
        try {
            for (int index = 0; index < deliveries.size(); index++) {
                Tracked delivery = deliveries.get(index);
                if (!delivery.ended()) {
                    deliveries.set(index, looked(delivery));
                }
            }
            return "";
        } catch (IOException forNow) {
            return "the delivery service does not answer, trying again";
        }
    }

    private Tracked looked(Tracked delivery) throws IOException, InterruptedException {
        Optional<DeliveryView> view = api.find(delivery.deliveryId());
        if (view.isEmpty() || !view.get().status().terminal()) {
            return view.map(delivery::seen).orElse(delivery);
        }
        List<DeliveryEvent> timeline = api.timeline(delivery.deliveryId());
        return delivery.seen(view.get()).with(timeline);
    }

    private void show(String trouble) {
        progress.show(Progress.Moment.of(patience.elapsed(), wishes.size(), deliveries, trouble));
    }

    List<Tracked> deliveries() {
        return deliveries;
    }

    /** Whether all were ordered and are completed. */
    boolean completed() {
        return deliveries.size() == wishes.size() && deliveries.stream().allMatch(Tracked::completed);
    }
}
