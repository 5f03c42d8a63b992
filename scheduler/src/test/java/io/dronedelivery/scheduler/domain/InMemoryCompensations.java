package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Compensations in memory. */
public final class InMemoryCompensations implements Compensations {
    private final List<CompensationRequested> requested = new ArrayList<>();
    private int failures;

    @Override
    public Uni<Void> request(CompensationRequested compensation) {
        return Uni.createFrom().deferred(() -> {
            if (failures-- > 0) {
                return Uni.createFrom().failure(new IllegalStateException("not stored"));
            }
            requested.add(compensation);
            return Uni.createFrom().voidItem();
        });
    }

    /** The next requests are not stored. */
    public void fail(int number) {
        failures = number;
    }

    /** What was asked for, in order. */
    public List<CompensationRequested> requested() {
        return List.copyOf(requested);
    }
}
