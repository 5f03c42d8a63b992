package io.dronedelivery.supervisor.watch.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.Alert.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Watched deliveries in memory. */
public final class InMemoryWatchedDeliveries implements WatchedDeliveries {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, Instant> leaseEnds = new HashMap<>();
    private final List<String> raised = new ArrayList<>();
    private final Consumer<DeliveryRequest> outbox;

    public InMemoryWatchedDeliveries(Consumer<DeliveryRequest> outbox) {
        this.outbox = outbox;
    }

    /** All there are. */
    public synchronized List<WatchedDelivery> all() {
        return entries.values().stream().map(Entry::delivery).toList();
    }

    @Override
    public Uni<List<Entry>> find(Set<String> deliveryIds) {
        return Uni.createFrom().item(() -> ofIds(deliveryIds));
    }

    private synchronized List<Entry> ofIds(Set<String> deliveryIds) {
        return entries.values().stream()
                .filter(entry -> deliveryIds.contains(entry.delivery().deliveryId()))
                .toList();
    }

    @Override
    public Uni<Optional<Entry>> ofRequest(String requestId) {
        return first(delivery -> delivery.request(requestId).isPresent());
    }

    @Override
    public Uni<Optional<Entry>> ofAlert(String alertId) {
        return first(delivery -> delivery.alert(alertId).isPresent());
    }

    private Uni<Optional<Entry>> first(Predicate<WatchedDelivery> wanted) {
        return Uni.createFrom().item(() -> found(wanted));
    }

    private synchronized Optional<Entry> found(Predicate<WatchedDelivery> wanted) {
        return entries.values().stream()
                .filter(entry -> wanted.test(entry.delivery()))
                .findFirst();
    }

    @Override
    public Uni<Set<String>> store(List<Change> changes) {
        return Uni.createFrom().item(() -> changes.stream()
                .filter(change -> !stored(change))
                .map(change -> change.after().deliveryId())
                .collect(toUnmodifiableSet()));
    }

    private boolean stored(Change change) {
        return change.read() == null ? added(change.after()) : replaced(change.read(), change.after(), List.of());
    }

    private synchronized boolean added(WatchedDelivery delivery) {
        boolean isNew = !entries.containsKey(delivery.deliveryId());
        if (isNew) {
            keep(new Entry(delivery, 1));
        }
        return isNew;
    }

    @Override
    public Uni<Boolean> replace(Entry read, WatchedDelivery delivery, List<DeliveryRequest> requests) {
        return Uni.createFrom().item(() -> replaced(read, delivery, requests));
    }

    private synchronized boolean replaced(Entry read, WatchedDelivery delivery, List<DeliveryRequest> requests) {
        Entry known = entries.get(delivery.deliveryId());
        if (known == null || known.revision() != read.revision()) {
            return false;
        }
        leaseEnds.remove(delivery.deliveryId());
        requests.forEach(outbox);
        keep(new Entry(delivery, read.revision() + 1));
        return true;
    }

    private void keep(Entry entry) {
        entries.put(entry.delivery().deliveryId(), entry);
        entry.delivery().alerts().stream()
                .map(Alert::id)
                .filter(id -> !raised.contains(id))
                .forEach(raised::add);
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return Uni.createFrom().item(() -> taken(now, leaseEnd, limit));
    }

    private synchronized List<Entry> taken(Instant now, Instant leaseEnd, int limit) {
        List<Entry> due = entries.values().stream()
                .filter(entry ->
                        dueAt(entry.delivery()).filter(at -> !at.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(entry -> dueAt(entry.delivery()).orElseThrow()))
                .limit(limit)
                .map(entry -> new Entry(entry.delivery(), entry.revision() + 1))
                .toList();
        due.forEach(entry -> {
            keep(entry);
            leaseEnds.put(entry.delivery().deliveryId(), leaseEnd);
        });
        return due;
    }

    private Optional<Instant> dueAt(WatchedDelivery delivery) {
        return Optional.ofNullable(leaseEnds.get(delivery.deliveryId())).or(delivery::nextCheck);
    }

    @Override
    public Uni<List<Numbered>> alerts(Search search) {
        return Uni.createFrom().item(() -> listed(search));
    }

    private synchronized List<Numbered> listed(Search search) {
        return IntStream.range(0, raised.size())
                .mapToObj(index -> new Numbered(alert(raised.get(index)), index + 1L))
                .toList()
                .reversed()
                .stream()
                .filter(one -> one.number() < search.before())
                .filter(one -> search.status()
                        .filter(status -> status != one.alert().status())
                        .isEmpty())
                .filter(one ->
                        search.kind().filter(kind -> kind != one.alert().kind()).isEmpty())
                .limit(search.limit())
                .toList();
    }

    private Alert alert(String id) {
        return found(delivery -> delivery.alert(id).isPresent())
                .flatMap(entry -> entry.delivery().alert(id))
                .orElseThrow();
    }

    @Override
    public Uni<Counts> counts() {
        return Uni.createFrom().item(this::counted);
    }

    private synchronized Counts counted() {
        List<DeliveryRequest> unanswered = all().stream()
                .flatMap(delivery -> delivery.unanswered().stream())
                .toList();
        return new Counts(
                unanswered.size(),
                unanswered.stream().map(DeliveryRequest::requestedAt).min(Instant::compareTo),
                all().stream()
                        .flatMap(delivery -> delivery.alerts().stream())
                        .filter(alert -> alert.status() == Status.OPEN)
                        .collect(groupingBy(Alert::kind, counting())));
    }
}
