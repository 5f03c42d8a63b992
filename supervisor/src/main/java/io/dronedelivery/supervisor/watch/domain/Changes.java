package io.dronedelivery.supervisor.watch.domain;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Change;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What several messages change in watched deliveries: those of one delivery in order, all in one change. */
final class Changes {
    private final Map<String, UnaryOperator<WatchedDelivery>> byDelivery = new TreeMap<>();

    void add(String deliveryId, UnaryOperator<WatchedDelivery> change) {
        byDelivery.merge(deliveryId, change, (before, next) -> delivery -> next.apply(before.apply(delivery)));
    }

    Set<String> deliveryIds() {
        return byDelivery.keySet();
    }

    /** The deliveries that become others, in the order of their ids: so two that store the same ones exclude each other. */
    List<Change> of(List<Entry> read) {
        Map<String, Entry> known =
                read.stream().collect(toMap(entry -> entry.delivery().deliveryId(), Function.identity()));
        return byDelivery.entrySet().stream()
                .flatMap(change ->
                        change(change.getKey(), Optional.ofNullable(known.get(change.getKey())), change.getValue()))
                .toList();
    }

    private static Stream<Change> change(
            String deliveryId, Optional<Entry> read, UnaryOperator<WatchedDelivery> change) {
        WatchedDelivery before = read.map(Entry::delivery).orElseGet(() -> WatchedDelivery.of(deliveryId));
        WatchedDelivery after = change.apply(before);
        return after.equals(before) ? Stream.of() : Stream.of(new Change(read.orElse(null), after));
    }

    /** Those of these deliveries. */
    Changes only(Set<String> deliveryIds) {
        Changes left = new Changes();
        deliveryIds.forEach(id -> left.add(id, Objects.requireNonNull(byDelivery.get(id))));
        return left;
    }
}
