package io.dronedelivery.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Has a consumer read its topic again, from any event on and at times from the start. Events come twice, and those of
 * different deliveries in another order. Those of one delivery keep theirs, as a partition does.
 */
public final class TopicReplay {
    private TopicReplay() {}

    /** Reads again what was read so far, and returns the number of the event that it began with. */
    public static int read(List<DeliveryEvent> topic, Random random, Consumer<DeliveryEvent> consumer) {
        int from = random.nextBoolean() ? 0 : random.nextInt(topic.size() + 1);
        Map<String, Deque<DeliveryEvent>> perDelivery = topic.stream()
                .skip(from)
                .collect(groupingBy(event -> event.header().deliveryId(), toCollection(ArrayDeque::new)));
        List<Deque<DeliveryEvent>> unread = new ArrayList<>(perDelivery.values());
        while (!unread.isEmpty()) {
            DeliveryEvent event = unread.get(random.nextInt(unread.size())).removeFirst();
            for (int copy = 0; copy <= random.nextInt(2); copy++) {
                consumer.accept(event);
            }
            unread.removeIf(Deque::isEmpty);
        }
        return from;
    }
}
