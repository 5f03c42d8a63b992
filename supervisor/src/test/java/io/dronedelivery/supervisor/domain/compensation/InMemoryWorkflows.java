package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Workflows in memory. */
public final class InMemoryWorkflows implements Workflows {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, Instant> leaseEnds = new HashMap<>();
    private final Consumer<DeliveryRequest> outbox;

    public InMemoryWorkflows(Consumer<DeliveryRequest> outbox) {
        this.outbox = outbox;
    }

    /** All there are. */
    public synchronized List<Workflow> all() {
        return entries.values().stream().map(Entry::workflow).toList();
    }

    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return Uni.createFrom().item(() -> found(deliveryId + "/" + attempt));
    }

    private synchronized Optional<Entry> found(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public Uni<Boolean> add(Workflow workflow) {
        return Uni.createFrom().item(() -> added(workflow));
    }

    private synchronized boolean added(Workflow workflow) {
        return entries.putIfAbsent(key(workflow), new Entry(workflow, entries.size() + 1L, 1)) == null;
    }

    @Override
    public Uni<Optional<Entry>> replace(Entry read, Workflow workflow, List<? extends DeliveryRequest> requests) {
        return Uni.createFrom().item(() -> replaced(read, workflow, requests));
    }

    private synchronized Optional<Entry> replaced(
            Entry read, Workflow workflow, List<? extends DeliveryRequest> requests) {
        String key = key(workflow);
        if (found(key).filter(entry -> entry.revision() == read.revision()).isEmpty()) {
            return Optional.empty();
        }
        leaseEnds.remove(key);
        requests.forEach(outbox);
        return Optional.of(keep(new Entry(workflow, read.number(), read.revision() + 1)));
    }

    private Entry keep(Entry entry) {
        entries.put(key(entry.workflow()), entry);
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
                .map(entry -> new Entry(entry.workflow(), entry.number(), entry.revision() + 1))
                .toList();
        due.forEach(entry -> leaseEnds.put(key(keep(entry).workflow()), leaseEnd));
        return due;
    }

    private Optional<Instant> dueAt(Entry entry) {
        Workflow workflow = entry.workflow();
        return workflow.state().dueAt().map(at -> leaseEnds.getOrDefault(key(workflow), at));
    }

    @Override
    public Uni<List<Entry>> list(Optional<Status> status, long before, int limit) {
        return Uni.createFrom().item(() -> listed(status, before, limit));
    }

    private synchronized List<Entry> listed(Optional<Status> status, long before, int limit) {
        return entries.values().stream()
                .filter(entry -> entry.number() < before)
                .filter(entry -> status.isEmpty()
                        || status.get() == entry.workflow().state().status())
                .sorted(Comparator.comparing(Entry::number).reversed())
                .limit(limit)
                .toList();
    }

    private static String key(Workflow workflow) {
        return workflow.deliveryId() + "/" + workflow.attempt();
    }
}
