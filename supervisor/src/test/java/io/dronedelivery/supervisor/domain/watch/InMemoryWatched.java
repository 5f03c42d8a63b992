package io.dronedelivery.supervisor.domain.watch;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Alert.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What is watched, in memory. */
public final class InMemoryWatched implements Watched {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, Instant> leaseEnds = new HashMap<>();
    private final List<String> raised = new ArrayList<>();
    private final Consumer<DeliveryRequest> outbox;

    public InMemoryWatched(Consumer<DeliveryRequest> outbox) {
        this.outbox = outbox;
    }

    /** All there are. */
    public synchronized List<Course> all() {
        return entries.values().stream().map(Entry::course).toList();
    }

    @Override
    public Uni<Optional<Entry>> find(String deliveryId) {
        return first(course -> course.deliveryId().equals(deliveryId));
    }

    @Override
    public Uni<Optional<Entry>> ofRequest(String requestId) {
        return first(course -> course.promise(requestId).isPresent());
    }

    @Override
    public Uni<Optional<Entry>> ofAlert(String alertId) {
        return first(course -> course.alert(alertId).isPresent());
    }

    private Uni<Optional<Entry>> first(Predicate<Course> wanted) {
        return Uni.createFrom().item(() -> found(wanted));
    }

    private synchronized Optional<Entry> found(Predicate<Course> wanted) {
        return entries.values().stream()
                .filter(entry -> wanted.test(entry.course()))
                .findFirst();
    }

    @Override
    public Uni<Boolean> add(Course course) {
        return Uni.createFrom().item(() -> added(course));
    }

    private synchronized boolean added(Course course) {
        boolean isNew = !entries.containsKey(course.deliveryId());
        if (isNew) {
            keep(new Entry(course, 1));
        }
        return isNew;
    }

    @Override
    public Uni<Boolean> replace(Entry read, Course course, List<DeliveryRequest> requests) {
        return Uni.createFrom().item(() -> replaced(read, course, requests));
    }

    private synchronized boolean replaced(Entry read, Course course, List<DeliveryRequest> requests) {
        Entry known = entries.get(course.deliveryId());
        if (known == null || known.revision() != read.revision()) {
            return false;
        }
        leaseEnds.remove(course.deliveryId());
        requests.forEach(outbox);
        keep(new Entry(course, read.revision() + 1));
        return true;
    }

    private void keep(Entry entry) {
        entries.put(entry.course().deliveryId(), entry);
        entry.course().alerts().stream()
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
                        dueAt(entry.course()).filter(at -> !at.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(entry -> dueAt(entry.course()).orElseThrow()))
                .limit(limit)
                .map(entry -> new Entry(entry.course(), entry.revision() + 1))
                .toList();
        due.forEach(entry -> {
            keep(entry);
            leaseEnds.put(entry.course().deliveryId(), leaseEnd);
        });
        return due;
    }

    private Optional<Instant> dueAt(Course course) {
        return Optional.ofNullable(leaseEnds.get(course.deliveryId())).or(course::nextLook);
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
        return found(course -> course.alert(id).isPresent())
                .flatMap(entry -> entry.course().alert(id))
                .orElseThrow();
    }

    @Override
    public Uni<Census> census() {
        return Uni.createFrom().item(this::counted);
    }

    private synchronized Census counted() {
        List<DeliveryRequest> unanswered =
                all().stream().flatMap(course -> course.unanswered().stream()).toList();
        return new Census(
                unanswered.size(),
                unanswered.stream().map(DeliveryRequest::requestedAt).min(Instant::compareTo),
                all().stream()
                        .flatMap(course -> course.alerts().stream())
                        .filter(alert -> alert.status() == Status.OPEN)
                        .collect(groupingBy(Alert::kind, counting())));
    }
}
