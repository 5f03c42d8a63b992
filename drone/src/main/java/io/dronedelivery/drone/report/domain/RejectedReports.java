package io.dronedelivery.drone.report.domain;

import io.dronedelivery.contracts.drone.SetAside;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where the rejected reports are stored. */
public interface RejectedReports {

    /** How many are kept of each drone: the latest. */
    int KEPT_MAX = 50;

    /** Adds rejected reports to the stored ones. At most one tally per drone; those of unregistered drones are dropped. */
    Uni<Void> keep(List<Tally> tallies);

    /** The rejected reports of a drone. */
    Uni<SetAside.Summary> of(String droneId);

    /**
     * The rejected reports of a drone in some time.
     *
     * @param counts how often, by reason
     * @param latest the last of them, {@link #KEPT_MAX} at most, the latest last
     */
    record Tally(String droneId, Map<SetAside.Reason, Long> counts, List<SetAside> latest) {

        /** No rejected reports of the drone. */
        public static Tally none(String droneId) {
            return new Tally(droneId, Map.of(), List.of());
        }

        static Tally of(String droneId, SetAside one) {
            return new Tally(droneId, Map.of(one.reason(), 1L), List.of(one));
        }

        /** This and later ones. */
        public Tally plus(Tally later) {
            Map<SetAside.Reason, Long> sum = new EnumMap<>(SetAside.Reason.class);
            sum.putAll(counts);
            later.counts.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
            List<SetAside> both = new ArrayList<>(latest);
            both.addAll(later.latest);
            return new Tally(droneId, sum, List.copyOf(both.subList(Math.max(0, both.size() - KEPT_MAX), both.size())));
        }

        /** As operators see it. */
        public SetAside.Summary summary() {
            return new SetAside.Summary(counts, latest.reversed());
        }
    }
}
