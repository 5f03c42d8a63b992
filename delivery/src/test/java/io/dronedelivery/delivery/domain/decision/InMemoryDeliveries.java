package io.dronedelivery.delivery.domain.decision;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The deliveries in memory; each event goes to the outbox given, once its update is stored. */
public final class InMemoryDeliveries implements Deliveries {
    private final Map<String, Delivery> deliveries = new TreeMap<>();
    private final Map<String, List<DeliveryEvent>> timelines = new TreeMap<>();
    private final Consumer<DeliveryEvent> outbox;

    public InMemoryDeliveries(Consumer<DeliveryEvent> outbox) {
        this.outbox = outbox;
    }

    /** All deliveries. */
    public Collection<Delivery> all() {
        return List.copyOf(deliveries.values());
    }

    @Override
    public <R> Uni<R> update(String deliveryId, Function<Optional<Delivery>, Decision<R>> decide) {
        return Uni.createFrom().item(() -> {
            Decision<R> decision = decide.apply(Optional.ofNullable(deliveries.get(deliveryId)));
            decision.update().ifPresent(this::store);
            return decision.answer();
        });
    }

    @Override
    public Uni<Void> updateAll(Set<String> deliveryIds, Function<Delivery, Optional<Update>> decide) {
        return Uni.createFrom().voidItem().invoke(() -> new TreeSet<>(deliveryIds)
                .stream()
                        .map(deliveries::get)
                        .filter(delivery -> delivery != null && !(delivery instanceof Ended))
                        .forEach(delivery -> decide.apply(delivery).ifPresent(this::store)));
    }

    private void store(Update update) {
        String id = update.delivery().record().deliveryId();
        deliveries.put(id, update.delivery());
        timelines.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(update.events());
        update.events().forEach(outbox);
    }

    /** Every event that was decided, in version order per delivery. */
    public List<DeliveryEvent> decided() {
        return timelines.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public Uni<Optional<Delivery>> find(String deliveryId) {
        return Uni.createFrom().item(() -> Optional.ofNullable(deliveries.get(deliveryId)));
    }

    @Override
    public Uni<List<DeliveryEvent>> timeline(String deliveryId, long afterVersion) {
        return Uni.createFrom().item(() -> timelines.getOrDefault(deliveryId, List.of()).stream()
                .filter(event -> event.header().version() > afterVersion)
                .toList());
    }

    @Override
    public Uni<Map<String, Long>> versions(Set<String> deliveryIds) {
        return Uni.createFrom().item(() -> deliveries.entrySet().stream()
                .filter(known -> deliveryIds.contains(known.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, known -> DeliverySummary.of(known.getValue())
                        .version())));
    }

    @Override
    public Uni<List<Dated>> findAll(String accountId, Set<String> deliveryIds) {
        return Uni.createFrom().item(() -> deliveries.values().stream()
                .filter(delivery -> deliveryIds.contains(delivery.record().deliveryId()))
                .filter(delivery -> delivery.record().accountId().equals(accountId))
                .map(delivery -> new Dated(delivery, endedAt(delivery)))
                .toList());
    }

    @Override
    public Uni<List<Delivery>> findAll(Set<String> deliveryIds) {
        return Uni.createFrom().item(() -> deliveries.values().stream()
                .filter(delivery -> deliveryIds.contains(delivery.record().deliveryId()))
                .toList());
    }

    @Override
    public Uni<Map<DeliveryStatus, Long>> underWay() {
        return Uni.createFrom().item(() -> deliveries.values().stream()
                .filter(delivery -> !(delivery instanceof Ended))
                .collect(Collectors.groupingBy(Delivery::status, Collectors.counting())));
    }

    private @Nullable Instant endedAt(Delivery delivery) {
        return timelines.getOrDefault(delivery.record().deliveryId(), List.of()).stream()
                .map(DeliveryEvent::header)
                .filter(event -> event.status().terminal())
                .map(DeliveryEvent.Header::at)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Uni<List<Delivery>> page(Search search) {
        Comparator<Place> newestFirst = Comparator.comparing(Place::requestedAt)
                .thenComparing(Place::deliveryId)
                .reversed();
        return Uni.createFrom().item(() -> deliveries.values().stream()
                .filter(delivery -> matches(delivery, search))
                .filter(delivery -> search.after() == null || newestFirst.compare(place(delivery), search.after()) > 0)
                .sorted(Comparator.comparing(InMemoryDeliveries::place, newestFirst))
                .limit(search.limit())
                .toList());
    }

    private static boolean matches(Delivery delivery, Search search) {
        DeliveryRecord file = delivery.record();
        return file.accountId().equals(search.accountId())
                && (search.status() == null || search.status() == delivery.status())
                && (search.reference() == null
                        || search.reference().equals(file.order().reference()));
    }

    private static Place place(Delivery delivery) {
        return new Place(delivery.record().requestedAt(), delivery.record().deliveryId());
    }
}
