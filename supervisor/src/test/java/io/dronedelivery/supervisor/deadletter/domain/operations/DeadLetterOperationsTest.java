package io.dronedelivery.supervisor.deadletter.domain.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Act;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Act.Kind;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Origin;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterIntake;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterRecords;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Open;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Replayed;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Status;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Search;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.StoredLetter;
import io.dronedelivery.supervisor.deadletter.domain.Header;
import io.dronedelivery.supervisor.deadletter.domain.InMemoryDeadLetters;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.deadletter.domain.Publication;
import io.dronedelivery.supervisor.deadletter.domain.ReceivedRecord;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult.Done;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult.Settled;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult.Unknown;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult.Unreadable;
import io.dronedelivery.supervisor.deadletter.domain.operations.DeadLetterOperations.Replays;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterOperationsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final String GOOD = Json.text(DeadLetterRecords.message(Topic.DELIVERY_REQUESTS, "delivery", NOW));

    private final List<Publication> published = new ArrayList<>();
    private final InMemoryDeadLetters letters = new InMemoryDeadLetters(published::add);
    private final DeadLetterIntake intake = new DeadLetterIntake(letters, InstantSource.fixed(NOW));
    private final DeadLetterOperations operations = new DeadLetterOperations(letters, InstantSource.fixed(NOW));

    @Test
    void aLetterSaysWhereItComesFromAndWhyItFailed() {
        receive(1, "event", "{");

        DeadLetter letter = letter(1).entry().letter();
        assertThat(letter.origin()).isEqualTo(new Origin("delivery.requests", 3, 17L));
        assertThat(letter.failure())
                .isEqualTo(new DeadLetter.Failure(
                        "group", "digest", "java.io.UncheckedIOException", "Unexpected end-of-input", null, null));
        assertThat(letter.eventId()).isEqualTo("event");
        assertThat(letter.receivedAt()).isEqualTo(NOW);
        assertThat(letter.state()).isEqualTo(new Open());
    }

    @Test
    void aLetterWithoutTheExpectedHeadersIsStoredToo() {
        Place place = new Place(Topic.DELIVERY_REQUESTS.deadLetters(), 0, 5);
        done(intake.receive(
                new ReceivedRecord(place, null, null, List.of(new Header("dead-letter-offset", "x", null)), null)));

        DeadLetter letter = letter(1).entry().letter();
        assertThat(letter.origin()).isEqualTo(new Origin("delivery.requests", null, null));
        assertThat(letter.failure().group()).isEqualTo("unknown");
        assertThat(letter.eventId()).isEqualTo("dead:delivery.requests.dead:0:5");
        assertThat(replay(1)).isInstanceOf(Unreadable.class);
        assertThat(edit(1, GOOD)).isEqualTo(new Done());
        assertThat(replay(1)).isEqualTo(new Done());
        assertThat(published)
                .extracting(Publication::key)
                .as("out of the payload")
                .containsExactly("delivery");
    }

    @Test
    void headersFromAnEarlierDeadLetterAreNotTakenForThisOne() {
        List<Header> headers = List.of(
                new Header("dead-letter-offset", "2", null),
                new Header("dead-letter-partition", "1", null),
                new Header("dead-letter-offset", "99", null),
                new Header("dead-letter-group", "earlier", null),
                new Header("dead-letter-group", "this", null));
        done(intake.receive(new ReceivedRecord(new Place("delivery.events.dead", 0, 1), null, null, headers, null)));

        assertThat(letter(1).entry().letter().origin()).isEqualTo(new Origin("delivery.events", 1, 2L));
        assertThat(letter(1).entry().letter().failure().group()).isEqualTo("this");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void anEditedLetterIsPublishedOnceThoughReplayedTwice(Topic topic) {
        done(intake.receive(DeadLetterRecords.received(topic, 7, "group", "digest", "event", "{")));
        Payload mended = DeadLetterRecords.payload(DeadLetterRecords.message(topic, "name", NOW));

        assertThat(replay(1)).isInstanceOf(Unreadable.class);
        assertThat(done(operations.edit(1, mended, "ann"))).isEqualTo(new Done());
        assertThat(replay(1)).isEqualTo(new Done());
        assertThat(replay(1)).isEqualTo(new Done());

        String type = DeadLetterRecords.message(topic, "name", NOW).getClass().getSimpleName();
        assertThat(published).containsExactly(new Publication(topic, "key-7", "event", type, mended, null));
        StoredLetter kept = letter(1);
        assertThat(kept.payload()).isEqualTo(Payload.of("{".getBytes(UTF_8)));
        assertThat(kept.entry().letter().state()).isEqualTo(new Replayed(NOW));
        assertThat(kept.entry().letter().journal())
                .containsExactly(new Act(Kind.EDITED, "ann", NOW, null), new Act(Kind.REPLAYED, "bob", NOW, "mended"));
    }

    @Test
    void aLetterWithoutAnEventIdGetsTheSameWhoeverFailedOnIt() {
        done(intake.receive(DeadLetterRecords.received(Topic.DELIVERY_REQUESTS, 1, "one", "digest", null, GOOD)));
        done(intake.receive(DeadLetterRecords.received(Topic.DELIVERY_REQUESTS, 2, "two", "digest", null, GOOD)));

        replay(1);
        replay(2);

        assertThat(published)
                .extracting(Publication::id)
                .containsExactly("dead:delivery.requests:3:17", "dead:delivery.requests:3:17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"type\":\"Unheard\"}",
                "{\"type\":\"CancelDelivery\"}",
                "{\"type\":\"CancelDelivery\",\"deliveryId\":\" \"}",
                "{\"type\":\"CancelDelivery\",\"deliveryId\":\"d\",\"requestedAt\":\"yesterday\"}"
            })
    void anEditThatIsNoMessageOfTheTopicIsRefused(String payload) {
        receive(1, "event", "{");

        assertThat(edit(1, payload)).isInstanceOf(Unreadable.class);
        assertThat(letter(1).edited()).isNull();
        assertThat(letter(1).entry().letter().journal()).isEmpty();
    }

    @Test
    void aPayloadThatIsTooLargeForItsTopicIsNotPublished() {
        receive(1, "event", GOOD + " ".repeat(ParsedPayload.BYTES_MAX));

        assertThat(replay(1)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aSettledLetterStaysSettled() {
        receive(1, "one", GOOD);
        receive(2, "two", GOOD);
        assertThat(discard(1)).isEqualTo(new Done());
        assertThat(replay(2)).isEqualTo(new Done());

        assertThat(replay(1)).isEqualTo(new Settled(Status.DISCARDED));
        assertThat(edit(1, GOOD)).isEqualTo(new Settled(Status.DISCARDED));
        assertThat(discard(1)).isEqualTo(new Done());
        assertThat(discard(2)).isEqualTo(new Settled(Status.REPLAYED));
        assertThat(edit(2, GOOD)).isEqualTo(new Settled(Status.REPLAYED));
        assertThat(discard(3)).isEqualTo(new Unknown());
        assertThat(published).hasSize(1);
        assertThat(letter(1).entry().letter().journal()).hasSize(1);
    }

    @Test
    void aFaultIsReplayedOldestFirstAndWhatMustBeEditedIsCounted() {
        receive(1, "a", GOOD);
        receive(2, "b", "{");
        receive(3, "c", GOOD);
        receive(4, "d", GOOD);
        discard(4);
        Search fault = new Search(null, null, Status.OPEN, "digest", null);

        assertThat(done(operations.replayAll(fault, 0, 2, "bob", null))).isEqualTo(new Replays(1, 1, "2"));
        assertThat(done(operations.replayAll(fault, 2, 2, "bob", null))).isEqualTo(new Replays(1, 0, null));
        assertThat(done(operations.replayAll(
                        new Search(null, "other", Status.OPEN, "digest", null), 0, 2, "bob", null)))
                .isEqualTo(new Replays(0, 0, null));
        assertThat(published).extracting(Publication::id).containsExactly("a", "c");
    }

    private void receive(long offset, String eventId, String payload) {
        done(intake.receive(
                DeadLetterRecords.received(Topic.DELIVERY_REQUESTS, offset, "group", "digest", eventId, payload)));
    }

    private StoredLetter letter(long id) {
        return done(operations.find(id)).orElseThrow();
    }

    private ActResult edit(long id, String payload) {
        return done(operations.edit(id, Payload.of(payload.getBytes(UTF_8)), "ann"));
    }

    private ActResult replay(long id) {
        return done(operations.replay(id, "bob", "mended"));
    }

    private ActResult discard(long id) {
        return done(operations.discard(id, "cid", "a test"));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
