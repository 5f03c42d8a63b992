package io.dronedelivery.supervisor.compensation.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Compensations in memory. */
public final class InMemoryCompensations implements Compensations {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, Instant> leaseEnds = new HashMap<>();
    private final Consumer<DeliveryRequest> outbox;

    public InMemoryCompensations(Consumer<DeliveryRequest> outbox) {
        this.outbox = outbox;
    }

    /** All there are. */
    public synchronized List<Compensation> all() {
        return entries.values().stream().map(Entry::compensation).toList();
    }

    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return Uni.createFrom().item(() -> found(deliveryId + "/" + attempt));
    }

    private synchronized Optional<Entry> found(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public Uni<Boolean> add(Compensation compensation) {
        return Uni.createFrom().item(() -> added(compensation));
    }

    private synchronized boolean added(Compensation compensation) {
        return entries.putIfAbsent(key(compensation), new Entry(compensation, entries.size() + 1L, 1)) == null;
    }

    @Override
    public Uni<Optional<Entry>> replace(
            Entry read, Compensation compensation, List<? extends DeliveryRequest> requests) {
        return Uni.createFrom().item(() -> replaced(read, compensation, requests));
    }

    private synchronized Optional<Entry> replaced(
            Entry read, Compensation compensation, List<? extends DeliveryRequest> requests) {
        String key = key(compensation);
        if (found(key).filter(entry -> entry.revision() == read.revision()).isEmpty()) {
            return Optional.empty();
        }
        leaseEnds.remove(key);
        requests.forEach(outbox);
        return Optional.of(keep(new Entry(compensation, read.number(), read.revision() + 1)));
    }

    private Entry keep(Entry entry) {
        entries.put(key(entry.compensation()), entry);
        return entry;
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return Uni.createFrom().item(() -> taken(now, leaseEnd, limit));
    }

    private synchronized List<Entry> taken(Instant now, Instant leaseEnd, int limit) {
        List<Entry> due = entries.values().stream()
                .filter(entry -> dueAt(entry).filter(at -> !at.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(entry -> dueAt(entry).orElseThrow()))
                .limit(limit)
                .map(entry -> new Entry(entry.compensation(), entry.number(), entry.revision() + 1))
                .toList();
        due.forEach(entry -> leaseEnds.put(key(keep(entry).compensation()), leaseEnd));
        return due;
    }

    private Optional<Instant> dueAt(Entry entry) {
        Compensation compensation = entry.compensation();
        return compensation.state().dueAt().map(at -> leaseEnds.getOrDefault(key(compensation), at));
    }

    @Override
    public Uni<List<Entry>> list(Optional<Status> status, long before, int limit) {
        return Uni.createFrom().item(() -> listed(status, before, limit));
    }

    private synchronized List<Entry> listed(Optional<Status> status, long before, int limit) {
        return entries.values().stream()
                .filter(entry -> entry.number() < before)
                .filter(entry -> status.isEmpty()
                        || status.get() == entry.compensation().state().status())
                .sorted(Comparator.comparing(Entry::number).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Uni<List<Compensation>> ofDelivery(String deliveryId) {
        return Uni.createFrom().item(() -> all().stream()
                .filter(compensation -> compensation.deliveryId().equals(deliveryId))
                .sorted(Comparator.comparing(Compensation::attempt).reversed())
                .toList());
    }

    @Override
    public Uni<List<Compensation>> openOf(Set<String> deliveryIds) {
        return Uni.createFrom().item(() -> all().stream()
                .filter(compensation -> deliveryIds.contains(compensation.deliveryId()))
                .filter(compensation ->
                        Status.OPEN.contains(compensation.state().status()))
                .sorted(Comparator.comparing(Compensation::deliveryId)
                        .thenComparing(Compensation::attempt, Comparator.reverseOrder()))
                .toList());
    }

    @Override
    public Uni<Map<Status, Long>> open() {
        return Uni.createFrom().item(() -> all().stream()
                .map(compensation -> compensation.state().status())
                .filter(Status.OPEN::contains)
                .collect(groupingBy(status -> status, counting())));
    }

    private static String key(Compensation compensation) {
        return compensation.deliveryId() + "/" + compensation.attempt();
    }
}
