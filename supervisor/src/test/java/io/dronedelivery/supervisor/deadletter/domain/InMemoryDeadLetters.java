package io.dronedelivery.supervisor.deadletter.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Status;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dead letters in memory. */
public final class InMemoryDeadLetters implements DeadLetters {
    private final TreeMap<Long, StoredLetter> letters = new TreeMap<>();
    private final Consumer<Publication> outbox;

    public InMemoryDeadLetters(Consumer<Publication> outbox) {
        this.outbox = outbox;
    }

    /** All there are. */
    public synchronized List<StoredLetter> all() {
        return List.copyOf(letters.values());
    }

    @Override
    public Uni<Boolean> add(DeadLetter letter, @Nullable Payload payload) {
        return Uni.createFrom().item(() -> added(letter, payload));
    }

    private synchronized boolean added(DeadLetter letter, @Nullable Payload payload) {
        if (stream().anyMatch(known -> known.letter().place().equals(letter.place()))) {
            return false;
        }
        long id = letters.size() + 1L;
        letters.put(id, new StoredLetter(new Entry(id, 1, repeated(letter), letter), payload, null));
        return true;
    }

    private @Nullable Long repeated(DeadLetter letter) {
        return stream()
                .filter(known -> message(known.letter()).equals(message(letter)))
                .map(Entry::id)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<String> message(DeadLetter letter) {
        return List.of(letter.origin().topic(), letter.failure().group(), letter.eventId());
    }

    @Override
    public Uni<Optional<StoredLetter>> find(long id) {
        return Uni.createFrom().item(() -> found(id));
    }

    private synchronized Optional<StoredLetter> found(long id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public Uni<Boolean> replace(
            Entry read, DeadLetter letter, @Nullable Payload edited, Optional<Publication> publication) {
        return Uni.createFrom().item(() -> replaced(read, letter, edited, publication));
    }

    private synchronized boolean replaced(
            Entry read, DeadLetter letter, @Nullable Payload edited, Optional<Publication> publication) {
        Optional<StoredLetter> known =
                found(read.id()).filter(kept -> kept.entry().revision() == read.revision());
        known.ifPresent(kept -> {
            Entry after = new Entry(read.id(), read.revision() + 1, read.repeats(), letter);
            letters.put(read.id(), new StoredLetter(after, kept.payload(), edited));
            publication.ifPresent(outbox);
        });
        return known.isPresent();
    }

    @Override
    public Uni<List<Entry>> list(Search search, long before, int limit) {
        return Uni.createFrom().item(() -> listed(search, before, limit));
    }

    private synchronized List<Entry> listed(Search search, long before, int limit) {
        return stream()
                .filter(entry -> entry.id() < before && matches(search, entry.letter()))
                .sorted(Comparator.comparing(Entry::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Uni<List<Long>> ids(Search search, long after, int limit) {
        return Uni.createFrom().item(() -> idsOf(search, after, limit));
    }

    private synchronized List<Long> idsOf(Search search, long after, int limit) {
        return stream()
                .filter(entry -> entry.id() > after && matches(search, entry.letter()))
                .map(Entry::id)
                .limit(limit)
                .toList();
    }

    private static boolean matches(Search search, DeadLetter letter) {
        return wanted(search.topic(), letter.origin().topic())
                && wanted(search.group(), letter.failure().group())
                && wanted(search.status(), letter.state().status())
                && wanted(search.digest(), letter.failure().digest())
                && wanted(search.key(), letter.key());
    }

    private static boolean wanted(@Nullable Object asked, @Nullable Object there) {
        return asked == null || Objects.equals(asked, there);
    }

    @Override
    public Uni<List<Fault>> faults(int limit) {
        return Uni.createFrom().item(() -> faultsNow(limit));
    }

    private synchronized List<Fault> faultsNow(int limit) {
        Collection<List<Entry>> perFault = openNow()
                .collect(groupingBy(entry -> List.of(
                        entry.letter().origin().topic(),
                        entry.letter().failure().group(),
                        entry.letter().failure().digest())))
                .values();
        return perFault.stream()
                .map(InMemoryDeadLetters::fault)
                .sorted(Comparator.comparing(Fault::latest).reversed())
                .limit(limit)
                .toList();
    }

    private static Fault fault(List<Entry> entries) {
        Entry latest = entries.getLast();
        return new Fault(
                latest.letter().origin().topic(),
                entries.size(),
                entries.getFirst().letter().receivedAt(),
                latest.letter().receivedAt(),
                latest.id(),
                latest.letter().failure());
    }

    @Override
    public Uni<Map<String, Long>> open() {
        return Uni.createFrom().item(this::counted);
    }

    private synchronized Map<String, Long> counted() {
        return openNow().collect(groupingBy(entry -> entry.letter().origin().topic(), counting()));
    }

    private Stream<Entry> openNow() {
        return stream().filter(entry -> entry.letter().state().status() == Status.OPEN);
    }

    private Stream<Entry> stream() {
        return letters.values().stream().map(StoredLetter::entry);
    }
}
