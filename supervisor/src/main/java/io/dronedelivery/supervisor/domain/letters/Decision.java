package io.dronedelivery.supervisor.domain.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.supervisor.domain.letters.Fate.Discarded;
import io.dronedelivery.supervisor.domain.letters.Fate.Open;
import io.dronedelivery.supervisor.domain.letters.Fate.Replayed;
import io.dronedelivery.supervisor.domain.letters.Letters.Kept;
import io.dronedelivery.supervisor.domain.letters.Publication.Original;
import io.dronedelivery.supervisor.domain.letters.Reading.Readable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator's act does to a letter. */
sealed interface Decision {

    /** The letter changes, and what it says may be published. */
    record Change(Letter letter, @Nullable Payload edited, Optional<Publication> publication) implements Decision {}

    /** Nothing changes. */
    record Stop(Answer answer) implements Decision {}

    static Decision edit(Kept kept, Payload payload, Act act) {
        Letter letter = kept.entry().letter();
        return switch (letter.fate()) {
            case Open open ->
                switch (Reading.of(letter.origin().topic(), payload)) {
                    case Readable _ -> new Change(letter.after(act, open), payload, Optional.empty());
                    case Reading.Unreadable(var why) -> new Stop(new Answer.Unreadable(why));
                };
            case Replayed _, Discarded _ -> settled(letter);
        };
    }

    static Decision replay(Kept kept, Act act) {
        Letter letter = kept.entry().letter();
        return switch (letter.fate()) {
            case Open open ->
                switch (Reading.of(letter.origin().topic(), kept.current())) {
                    case Readable readable ->
                        new Change(
                                letter.after(act, open.replayed(act.at())),
                                kept.edited(),
                                Optional.of(publication(letter, readable, kept.edited() != null)));
                    case Reading.Unreadable(var why) -> new Stop(new Answer.Unreadable(why));
                };
            case Replayed _ -> new Stop(new Answer.Done());
            case Discarded _ -> settled(letter);
        };
    }

    static Decision discard(Kept kept, Act act) {
        Letter letter = kept.entry().letter();
        return switch (letter.fate()) {
            case Open open -> new Change(letter.after(act, open.discarded(act.at())), kept.edited(), Optional.empty());
            case Discarded _ -> new Stop(new Answer.Done());
            case Replayed _ -> settled(letter);
        };
    }

    /**
     * Its own key, even where the payload names another: in that row of messages it was to be seen. Its own headers, unless
     * it was mended: then they may not be true any more.
     */
    private static Publication publication(Letter letter, Readable readable, boolean mended) {
        String key = letter.key() == null ? readable.key() : letter.key();
        byte[] originalKey = letter.originalKey();
        return new Publication(
                readable.topic(),
                key,
                letter.eventId(),
                readable.type(),
                readable.payload(),
                mended
                        ? null
                        : new Original(
                                Payload.of(originalKey == null ? key.getBytes(UTF_8) : originalKey),
                                letter.originalHeaders()));
    }

    private static Stop settled(Letter letter) {
        return new Stop(new Answer.Settled(letter.fate().status()));
    }
}
