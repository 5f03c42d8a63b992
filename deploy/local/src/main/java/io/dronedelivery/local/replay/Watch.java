package io.dronedelivery.local.replay;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the deliveries again and again, beside the stream, and tells what happens to them. */
final class Watch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final RunningSystem system;
    private final Journal journal;
    private final List<Journey> journeys = new ArrayList<>();
    private boolean answered = true;
    private final Thread looking = Thread.ofVirtual().unstarted(this::look);

    Watch(RunningSystem system, Journal journal) {
        this.system = system;
        this.journal = journal;
        looking.start();
    }

    void add(Journey journey) {
        synchronized (journeys) {
            journeys.add(journey);
        }
    }

    List<Journey> journeys() {
        synchronized (journeys) {
            return List.copyOf(journeys);
        }
    }

    /** All of them, once they have ended. */
    Optional<List<Journey>> ended() {
        return Optional.of(journeys())
                .filter(all -> all.stream().allMatch(journey -> journey.status().terminal()));
    }

    private void look() {
        try {
            while (true) {
                for (int i = 0; i < journeys().size(); i++) {
                    look(i, journeys().get(i));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(int index, Journey journey) throws InterruptedException {
        if (journey.status().terminal()) {
            return;
        }
        try {
            List<DeliveryEvent> events = system.timeline(journey.deliveryId());
            for (int seen = journey.events().size(); seen < events.size(); seen++) {
                journal.tell(journey.number(), events.get(seen));
            }
            synchronized (journeys) {
                journeys.set(index, journey.with(events));
            }
            answered = true;
        } catch (IOException | Trouble forNow) {
            if (answered) {
                journal.say("the delivery service does not answer (" + forNow + "), trying again");
            }
            answered = false;
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
