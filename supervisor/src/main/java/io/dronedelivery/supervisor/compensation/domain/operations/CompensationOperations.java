package io.dronedelivery.supervisor.compensation.domain.operations;

import io.dronedelivery.supervisor.compensation.domain.Act;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensation.JournalEntry;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.Compensations.Entry;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.compensation.domain.operations.ActResult.Done;
import io.dronedelivery.supervisor.shared.domain.Page;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;

/** Shows operators the compensations, and does what they ask for. */
public final class CompensationOperations {
    private final Compensations compensations;
    private final InstantSource clock;

    public CompensationOperations(Compensations compensations, InstantSource clock) {
        this.compensations = compensations;
        this.clock = clock;
    }

    /** The compensation of an attempt, as it stands. */
    public Uni<Optional<CompensationView>> find(String deliveryId, int attempt) {
        return compensations
                .find(deliveryId, attempt)
                .map(found -> found.map(entry -> CompensationView.of(entry.compensation(), clock.instant())));
    }

    /** One page, the newest first, with lower numbers than before; of that status, if one is given. */
    public Uni<Page<Compensation>> list(Optional<Status> status, long before, int limit) {
        return compensations.list(status, before, limit + 1).map(entries -> Page.of(entries, limit, Entry::number)
                .map(Entry::compensation));
    }

    /**
     * Does the act and writes it into the compensation's journal, if the compensation's state permits it. If two operators
     * act at once, the second act is decided on what the first has stored.
     */
    public Uni<ActResult> act(String deliveryId, int attempt, String operator, Act act) {
        return compensations.find(deliveryId, attempt).chain(found -> found.map(entry -> act(entry, operator, act))
                .orElse(Uni.createFrom().item(new ActResult.Unknown())));
    }

    private Uni<ActResult> act(Entry entry, String operator, Act act) {
        Compensation compensation = entry.compensation();
        ActResult result = ActResult.of(compensation, new JournalEntry(clock.instant(), operator, act));
        if (!(result instanceof Done(var after, var restore))) {
            return Uni.createFrom().item(result);
        }
        return compensations
                .replace(entry, after, restore.stream().toList())
                .chain(stored -> stored.isPresent()
                        ? Uni.createFrom().item(result)
                        : act(compensation.deliveryId(), compensation.attempt(), operator, act));
    }
}
