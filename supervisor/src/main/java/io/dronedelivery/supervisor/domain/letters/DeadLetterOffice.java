package io.dronedelivery.supervisor.domain.letters;

import io.dronedelivery.supervisor.domain.letters.Act.Kind;
import io.dronedelivery.supervisor.domain.letters.Letter.Place;
import io.dronedelivery.supervisor.domain.letters.Letters.Entry;
import io.dronedelivery.supervisor.domain.letters.Letters.Kept;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes dead letters in, shows them to operators, and has them mended, replayed or discarded. */
public final class DeadLetterOffice {
    private static final int FAULTS_MAX = 200;

    private final Letters letters;
    private final InstantSource clock;

    public DeadLetterOffice(Letters letters, InstantSource clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /** Keeps a letter; one that comes again is known by its place. */
    public Uni<Void> receive(Arrival arrival) {
        return letters.add(Letter.of(arrival, clock.instant()), arrival.payload())
                .replaceWithVoid();
    }

    /** Keeps at least the place of a letter that could not be kept: the letter itself the broker has. */
    public Uni<Void> receiveUnkept(Place place, Throwable why) {
        Header reason = new Header(Postmark.REASON, Header.storable("could not be kept here: " + why), null);
        return receive(new Arrival(place, null, List.of(reason), null));
    }

    public Uni<Optional<Kept>> find(long id) {
        return letters.find(id);
    }

    /** One page, from before that id on. */
    public Uni<LetterPage> list(LetterSearch search, long before, int limit) {
        return letters.list(search, before, limit + 1).map(entries -> LetterPage.of(entries, limit));
    }

    /** What the open letters come from, that which was seen last first. */
    public Uni<List<Fault>> faults() {
        return letters.faults(FAULTS_MAX);
    }

    /** How many letters are open, by origin topic. */
    public Uni<Map<String, Long>> open() {
        return letters.open();
    }

    /** Keeps a mended payload beside the original; in vain where it is no message of the topic. */
    public Uni<Answer> edit(long id, Payload payload, String operator) {
        return act(id, kept -> Decision.edit(kept, payload, act(Kind.EDITED, operator, null)));
    }

    /** Publishes a letter to its origin topic, mended if it was; once, however often it is asked for. */
    public Uni<Answer> replay(long id, String operator, @Nullable String note) {
        return act(id, kept -> Decision.replay(kept, act(Kind.REPLAYED, operator, note)));
    }

    /** Closes a letter without publishing it. */
    public Uni<Answer> discard(long id, String operator, String note) {
        return act(id, kept -> Decision.discard(kept, act(Kind.DISCARDED, operator, note)));
    }

    /** Replays up to so many, one after the other, the oldest first, from after that id on. */
    public Uni<Replays> replayAll(LetterSearch search, long after, int limit, String operator, @Nullable String note) {
        return letters.ids(search, after, limit).chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> replay(id, operator, note))
                .collect()
                .asList()
                .map(answers -> replays(answers, ids.size() < limit ? null : String.valueOf(ids.getLast()))));
    }

    private static Replays replays(List<Answer> answers, @Nullable String next) {
        long replayed = answers.stream().filter(Answer.Done.class::isInstance).count();
        long unreadable =
                answers.stream().filter(Answer.Unreadable.class::isInstance).count();
        return new Replays(replayed, unreadable, next);
    }

    private Act act(Kind what, String operator, @Nullable String note) {
        return new Act(what, operator, clock.instant(), note);
    }

    private Uni<Answer> act(long id, Function<Kept, Decision> decide) {
        return letters.find(id).chain(found -> found.map(kept -> switch (decide.apply(kept)) {
                    case Decision.Stop(Answer answer) -> Uni.createFrom().item(answer);
                    case Decision.Change change -> keep(kept.entry(), change, id, decide);
                })
                .orElse(Uni.createFrom().item(new Answer.Unknown())));
    }

    /** Another's act in between is a new situation: decide again. */
    private Uni<Answer> keep(Entry read, Decision.Change change, long id, Function<Kept, Decision> decide) {
        return letters.replace(read, change.letter(), change.edited(), change.publication())
                .chain(kept -> kept ? Uni.createFrom().item(new Answer.Done()) : act(id, decide));
    }
}
