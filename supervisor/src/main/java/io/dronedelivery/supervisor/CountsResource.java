package io.dronedelivery.supervisor;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** For operators: how much needs a person. */
@Path("/operations/counts")
@RolesAllowed(Scope.OPERATOR)
class CountsResource {
    private final WatchedDeliveries watched;
    private final Compensations compensations;
    private final DeadLetters letters;

    CountsResource(WatchedDeliveries watched, Compensations compensations, DeadLetters letters) {
        this.watched = watched;
        this.compensations = compensations;
        this.letters = letters;
    }

    /**
     * @param alerts how many are open, by kind
     * @param compensations how many wait for a person, by status
     * @param deadLetters how many are open, by topic; a topic without any is absent
     */
    record Counts(Map<Kind, Long> alerts, Map<Status, Long> compensations, Map<String, Long> deadLetters) {}

    @GET
    public Uni<Counts> counts() {
        return Uni.combine()
                .all()
                .unis(watched.counts(), compensations.open(), letters.open())
                .with((watching, undoing, dead) -> new Counts(
                        withZeros(Stream.of(Kind.values()), watching.open()),
                        withZeros(Status.FOR_A_PERSON.stream(), undoing),
                        new TreeMap<>(dead)));
    }

    /** The counts of these alone. */
    private static <K extends Comparable<K>> Map<K, Long> withZeros(Stream<K> keys, Map<K, Long> counted) {
        Map<K, Long> all = new TreeMap<>();
        keys.forEach(key -> all.put(key, counted.getOrDefault(key, 0L)));
        return all;
    }
}
