package io.dronedelivery.transport.domain.overland;

import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Overland's jobs in memory. */
public final class InMemoryJobs implements Jobs {
    private final Map<String, Job> jobs = new TreeMap<>();
    private final Set<String> cancelledBefore = new HashSet<>();
    private final Map<String, Instant> leases = new TreeMap<>();

    /** All there are. */
    public synchronized List<Job> all() {
        return List.copyOf(jobs.values());
    }

    @Override
    public Uni<Optional<Job>> find(String reference) {
        return Uni.createFrom().item(() -> known(reference));
    }

    private synchronized Optional<Job> known(String reference) {
        return Optional.ofNullable(jobs.get(reference));
    }

    @Override
    public Uni<Optional<Job>> keep(Job job) {
        return Uni.createFrom().item(() -> kept(job));
    }

    private synchronized Optional<Job> kept(Job job) {
        if (!cancelledBefore.contains(job.reference())) {
            jobs.putIfAbsent(job.reference(), job);
        }
        return known(job.reference());
    }

    @Override
    public Uni<Void> cancel(String reference) {
        return Uni.createFrom().voidItem().invoke(() -> cancelled(reference));
    }

    private synchronized void cancelled(String reference) {
        Job job = jobs.get(reference);
        if (job == null) {
            cancelledBefore.add(reference);
        } else if (job.next().isPresent()) {
            jobs.put(reference, job.at(Stage.CANCELLED));
        }
    }

    @Override
    public Uni<List<Job>> takeDue(Instant now, Duration lease, int limit) {
        return Uni.createFrom().item(() -> taken(now, lease, limit));
    }

    private synchronized List<Job> taken(Instant now, Duration lease, int limit) {
        List<Job> due = jobs.values().stream()
                .filter(job -> dueAt(job).filter(at -> !at.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(job -> dueAt(job).orElseThrow()))
                .limit(limit)
                .toList();
        due.forEach(job -> leases.put(job.reference(), now.plus(lease)));
        return due;
    }

    private Optional<Instant> dueAt(Job job) {
        return job.dueAt().map(at -> leases.getOrDefault(job.reference(), at));
    }

    @Override
    public Uni<Void> reported(Job job) {
        return Uni.createFrom().voidItem().invoke(() -> moved(job));
    }

    private synchronized void moved(Job job) {
        jobs.computeIfPresent(job.reference(), (_, known) -> known.next().isPresent() ? job : known);
        leases.remove(job.reference());
    }
}
