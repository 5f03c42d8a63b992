package io.dronedelivery.supervisor.deadletter.domain.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetter;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Act;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Discarded;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Open;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Replayed;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.StoredLetter;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.deadletter.domain.Publication;
import io.dronedelivery.supervisor.deadletter.domain.Publication.Original;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult.Done;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult.Settled;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult.Unreadable;
import io.dronedelivery.supervisor.deadletter.domain.operations.ParsedPayload.Readable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator's act does to a dead letter: a change, which has to be stored, or nothing but its result. */
sealed interface ActEffect permits ActEffect.Change, ActResult {

    /** The letter changes, and its message may be published. */
    record Change(DeadLetter letter, @Nullable Payload edited, Optional<Publication> publication)
            implements ActEffect {}

    static ActEffect edit(StoredLetter stored, Payload payload, Act act) {
        DeadLetter letter = stored.entry().letter();
        return switch (letter.state()) {
            case Open open ->
                switch (ParsedPayload.of(letter.origin().topic(), payload)) {
                    case Readable _ -> new Change(letter.after(act, open), payload, Optional.empty());
                    case Unreadable unreadable -> unreadable;
                };
            case Replayed _, Discarded _ -> new Settled(letter.state().status());
        };
    }

    static ActEffect replay(StoredLetter stored, Act act) {
        DeadLetter letter = stored.entry().letter();
        return switch (letter.state()) {
            case Open open ->
                switch (ParsedPayload.of(letter.origin().topic(), stored.current())) {
                    case Readable readable ->
                        new Change(
                                letter.after(act, open.replayed(act.at())),
                                stored.edited(),
                                Optional.of(publication(letter, readable, stored.edited() != null)));
                    case Unreadable unreadable -> unreadable;
                };
            case Replayed _ -> new Done();
            case Discarded _ -> new Settled(letter.state().status());
        };
    }

    static ActEffect discard(StoredLetter stored, Act act) {
        DeadLetter letter = stored.entry().letter();
        return switch (letter.state()) {
            case Open open ->
                new Change(letter.after(act, open.discarded(act.at())), stored.edited(), Optional.empty());
            case Discarded _ -> new Done();
            case Replayed _ -> new Settled(letter.state().status());
        };
    }

    /**
     * The letter keeps its own key, even if the payload names another: consumers expect it in the order of that key. It keeps
     * its own headers, unless it was edited: then they may be wrong.
     */
    private static Publication publication(DeadLetter letter, Readable readable, boolean edited) {
        String key = letter.key() == null ? readable.key() : letter.key();
        byte[] ownKey = letter.originalKey();
        Original original =
                new Original(Payload.of(ownKey == null ? key.getBytes(UTF_8) : ownKey), letter.originalHeaders());
        return new Publication(
                readable.topic(), key, letter.eventId(), readable.type(), readable.payload(), edited ? null : original);
    }
}
