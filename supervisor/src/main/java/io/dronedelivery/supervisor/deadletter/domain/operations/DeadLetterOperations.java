package io.dronedelivery.supervisor.deadletter.domain.operations;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Act;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Act.Kind;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Entry;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Fault;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Search;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.StoredLetter;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.shared.domain.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows operators the dead letters, and edits, replays or discards what they ask for. */
public final class DeadLetterOperations {
    private static final int FAULTS_MAX = 200;

    private final DeadLetters letters;
    private final InstantSource clock;

    public DeadLetterOperations(DeadLetters letters, InstantSource clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * The result of replaying many.
     *
     * @param replayed how many were published
     * @param unreadable how many must be edited first
     * @param next the cursor from which to go on; absent if these were all
     */
    public record Replays(
            long replayed, long unreadable, @Nullable String next) {}

    public Uni<Optional<StoredLetter>> find(long id) {
        return letters.find(id);
    }

    /** One page, the newest first, with lower ids than before. */
    public Uni<Page<Entry>> list(Search search, long before, int limit) {
        return letters.list(search, before, limit + 1).map(entries -> Page.of(entries, limit, Entry::id));
    }

    /** What caused the open letters, the fault seen last first. */
    public Uni<List<Fault>> faults() {
        return letters.faults(FAULTS_MAX);
    }

    /** Stores an edited payload beside the original, if it is a message of the topic. */
    public Uni<ActResult> edit(long id, Payload payload, String operator) {
        return act(id, stored -> ActEffect.edit(stored, payload, act(Kind.EDITED, operator, null)));
    }

    /** Publishes a letter to its origin topic, edited if it was; once, however often it is asked for. */
    public Uni<ActResult> replay(long id, String operator, @Nullable String note) {
        return act(id, stored -> ActEffect.replay(stored, act(Kind.REPLAYED, operator, note)));
    }

    /** Closes a letter without publishing it. */
    public Uni<ActResult> discard(long id, String operator, String note) {
        return act(id, stored -> ActEffect.discard(stored, act(Kind.DISCARDED, operator, note)));
    }

    /** Replays at most limit letters, one after the other, the oldest first, with higher ids than after. */
    public Uni<Replays> replayAll(Search search, long after, int limit, String operator, @Nullable String note) {
        return letters.ids(search, after, limit).chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> replay(id, operator, note))
                .collect()
                .asList()
                .map(results -> replays(results, ids.size() < limit ? null : String.valueOf(ids.getLast()))));
    }

    private static Replays replays(List<ActResult> results, @Nullable String next) {
        long replayed =
                results.stream().filter(ActResult.Done.class::isInstance).count();
        long unreadable =
                results.stream().filter(ActResult.Unreadable.class::isInstance).count();
        return new Replays(replayed, unreadable, next);
    }

    private Act act(Kind what, String operator, @Nullable String note) {
        return new Act(what, operator, clock.instant(), note);
    }

    private Uni<ActResult> act(long id, Function<StoredLetter, ActEffect> decide) {
        return letters.find(id).chain(found -> found.map(stored -> switch (decide.apply(stored)) {
                    case ActResult result -> Uni.createFrom().item(result);
                    case ActEffect.Change change -> replace(stored.entry(), change, id, decide);
                })
                .orElse(Uni.createFrom().item(new ActResult.Unknown())));
    }

    /** If another operator has acted in between, the act is decided on anew. */
    private Uni<ActResult> replace(
            Entry read, ActEffect.Change change, long id, Function<StoredLetter, ActEffect> decide) {
        return letters.replace(read, change.letter(), change.edited(), change.publication())
                .chain(stored -> stored ? Uni.createFrom().item(new ActResult.Done()) : act(id, decide));
    }
}
