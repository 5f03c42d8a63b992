package io.dronedelivery.drone.fleet;

import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.report.domain.RejectedReports;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was set aside, in memory. */
public final class InMemoryRejectedReports implements RejectedReports {
    private final Map<String, Tally> kept = new HashMap<>();

    @Override
    public synchronized Uni<Void> keep(List<Tally> tallies) {
        tallies.forEach(tally -> kept.merge(tally.droneId(), tally, Tally::plus));
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<SetAside.Summary> of(String droneId) {
        return Uni.createFrom()
                .item(Optional.ofNullable(kept.get(droneId))
                        .map(Tally::summary)
                        .orElse(new SetAside.Summary(Map.of(), List.of())));
    }
}
