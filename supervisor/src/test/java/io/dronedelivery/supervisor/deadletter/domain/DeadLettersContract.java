package io.dronedelivery.supervisor.deadletter.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Act;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Act.Kind;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Discarded;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Open;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Replayed;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Status;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Entry;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Fault;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Search;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.StoredLetter;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of dead letters must do. */
public abstract class DeadLettersContract {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final int ALL = 1_000;

    // Others share the table, so each test has a group, and offsets, of its own.
    private final String group = "group-" + UUID.randomUUID();
    private final long start = ThreadLocalRandom.current().nextLong(1L << 40);

    protected abstract DeadLetters letters();

    /** What was published under that id, once there are so many. */
    protected abstract List<Publication> published(String id, int count);

    @Test
    public void aLetterIsKeptOnce() {
        DeadLetter letter = letter(1, "d", "e");

        assertThat(done(letters().add(letter, Payload.of(new byte[] {1})))).isTrue();
        assertThat(done(letters().add(letter, Payload.of(new byte[] {2})))).isFalse();

        StoredLetter kept = kept(1);
        assertThat(kept.entry().letter()).isEqualTo(letter);
        assertThat(kept.payload()).isEqualTo(Payload.of(new byte[] {1}));
        assertThat(kept.edited()).isNull();
        assertThat(done(letters().find(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    public void aLetterIsStoredAsItIsWhateverItHolds() {
        byte[] large = new byte[1 << 20];
        Arrays.fill(large, (byte) 0xFF);
        String longText = "\uFFFDü" + "x".repeat(100_000);
        List<Header> headers = List.of(
                Header.of("zero", new byte[] {0}),
                Header.of("ce_id", longText.getBytes(UTF_8)),
                Header.of("dead-letter-group", group.getBytes(UTF_8)),
                Header.of("dead-letter-stack-digest", longText.getBytes(UTF_8)),
                Header.of("", null));
        DeadLetter strange =
                DeadLetter.of(new ReceivedRecord(place(1), longText, null, headers, Payload.of(large)), NOW);
        DeadLetter empty = DeadLetter.of(new ReceivedRecord(place(2), null, null, headers, null), NOW);

        done(letters().add(strange, Payload.of(large)));
        done(letters().add(empty, null));

        assertThat(kept(1).entry().letter()).isEqualTo(strange);
        assertThat(kept(1).payload()).isEqualTo(Payload.of(large));
        assertThat(kept(2).entry().letter()).isEqualTo(empty);
        assertThat(kept(2).payload()).isNull();
        assertThat(done(letters().ids(search(null, longText, null), 0, ALL))).hasSize(2);
        assertThat(done(letters().ids(search(null, null, longText), 0, ALL))).hasSize(1);
    }

    @Test
    public void everyStateIsKeptAndTheOriginalIsNeverLost() {
        Payload original = Payload.of(new byte[] {1});
        Payload edited = Payload.of(new byte[] {2});
        done(letters().add(letter(1, "d", "e"), original));
        for (DeadLetterState fate : List.of(new Open(), new Replayed(NOW), new Discarded(NOW))) {
            StoredLetter read = kept(1);
            DeadLetter after = read.entry().letter().after(new Act(Kind.EDITED, "ann", NOW, "why"), fate);

            assertThat(done(letters().replace(read.entry(), after, edited, Optional.empty())))
                    .isTrue();

            assertThat(kept(1).entry().letter()).isEqualTo(after);
            assertThat(kept(1).payload()).isEqualTo(original);
            assertThat(kept(1).edited()).isEqualTo(edited);
        }
    }

    @Test
    public void aChangeByAnotherIsNotOverwrittenNorPublished() {
        String id = UUID.randomUUID().toString();
        done(letters().add(letter(1, "d", "e"), null));
        Entry read = kept(1).entry();
        DeadLetter after = read.letter().after(new Act(Kind.REPLAYED, "ann", NOW, null), new Replayed(NOW));
        Payload payload = DeadLetterRecords.payload(DeadLetterRecords.message(Topic.DELIVERY_REQUESTS, id, NOW));
        Optional<Publication> first =
                Optional.of(new Publication(Topic.DELIVERY_REQUESTS, id, id, "ScheduleDelivery", payload, null));

        assertThat(done(letters().replace(read, after, null, first))).isTrue();
        assertThat(done(letters().replace(read, after, null, first))).isFalse();

        assertThat(published(id, 1)).containsExactly(first.get());
    }

    @Test
    public void aLetterNamesTheOneItRepeats() {
        done(letters().add(letter(1, "d", "same"), null));
        done(letters().add(letter(2, "d", "another"), null));
        done(letters().add(letter(3, "other digest", "same"), null));

        assertThat(kept(1).entry().repeats()).isNull();
        assertThat(kept(2).entry().repeats()).isNull();
        assertThat(kept(3).entry().repeats()).isEqualTo(kept(1).entry().id());
    }

    @Test
    public void theNewestAreListedFirstPageByPage() {
        IntStream.range(1, 6).forEach(n -> done(letters().add(letter(n, "d", "e" + n), null)));
        discard(kept(5));

        List<Entry> first = done(letters().list(search(null, null, null), Long.MAX_VALUE, 3));
        List<Entry> second =
                done(letters().list(search(null, null, null), first.getLast().id(), 3));

        assertThat(offsets(first)).containsExactly(5L, 4L, 3L);
        assertThat(offsets(second)).containsExactly(2L, 1L);
        assertThat(offsets(done(letters().list(search(Status.DISCARDED, null, null), Long.MAX_VALUE, ALL))))
                .containsExactly(5L);
        assertThat(offsets(done(letters().list(search(null, null, "key-" + (start + 2)), Long.MAX_VALUE, ALL))))
                .containsExactly(2L);
        assertThat(done(letters().list(new Search("drone.telemetry", group, null, null, null), Long.MAX_VALUE, ALL)))
                .isEmpty();
        assertThat(done(letters()
                        .ids(search(Status.OPEN, "d", null), kept(1).entry().id(), 2)))
                .containsExactly(kept(2).entry().id(), kept(3).entry().id());
    }

    @Test
    public void openLettersAreCountedByFaultAndByTopic() {
        long before = open();
        done(letters().add(letter(1, "d1", "e1"), null));
        done(letters().add(DeadLetter.of(received(2, "d1", "e2"), NOW.plusSeconds(9)), null));
        done(letters().add(letter(3, "d2", "e3"), null));
        done(letters().add(letter(4, "d2", "e4"), null));
        discard(kept(4));

        List<Fault> faults = done(letters().faults(ALL)).stream()
                .filter(fault -> fault.failure().group().equals(group))
                .toList();

        assertThat(open() - before).isEqualTo(3);
        assertThat(faults).extracting(fault -> fault.failure().digest()).containsExactly("d2", "d1");
        assertThat(faults.getLast())
                .isEqualTo(new Fault(
                        "delivery.requests",
                        2,
                        NOW,
                        NOW.plusSeconds(9),
                        kept(2).entry().id(),
                        kept(2).entry().letter().failure()));
    }

    private long open() {
        return done(letters().open()).getOrDefault("delivery.requests", 0L);
    }

    private void discard(StoredLetter kept) {
        DeadLetter after = kept.entry().letter().after(new Act(Kind.DISCARDED, "ann", NOW, "why"), new Discarded(NOW));
        done(letters().replace(kept.entry(), after, null, Optional.empty()));
    }

    private Place place(int n) {
        return new Place(Topic.DELIVERY_REQUESTS.deadLetters(), 0, start + n);
    }

    private DeadLetter letter(int n, String digest, String eventId) {
        return DeadLetter.of(received(n, digest, eventId), NOW);
    }

    private ReceivedRecord received(int n, String digest, String eventId) {
        return DeadLetterRecords.received(Topic.DELIVERY_REQUESTS, start + n, group, digest, eventId, "{");
    }

    private StoredLetter kept(int n) {
        return done(letters().list(search(null, null, null), Long.MAX_VALUE, ALL)).stream()
                .filter(entry -> entry.letter().place().equals(place(n)))
                .findFirst()
                .flatMap(entry -> done(letters().find(entry.id())))
                .orElseThrow();
    }

    private List<Long> offsets(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.letter().place().offset() - start)
                .toList();
    }

    private Search search(@Nullable Status status, @Nullable String digest, @Nullable String key) {
        return new Search(null, group, status, digest, key);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
