package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.reservation.domain.FreeDrones.Taken;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a drone for one attempt: ranks what is known of the fleet, and takes the best that is still so in the database. What
 * is known may lag, so before a refusal the database is asked for the drones of which it knows more.
 */
public final class DroneChoice {
    private static final int OFFERED_FIRST = 16;
    /** How many times as many are offered each time that all were taken by others. */
    private static final int OFFERED_GROWTH = 8;

    private final KnownFleet fleet;
    private final FreeDrones stored;
    private final String deliveryId;
    private final int attempt;
    private final ReservationRequest request;
    private final Instant now;
    private final long mark;
    /** What the database was found to know more than the process does. */
    private final Map<String, DroneState> newer = new HashMap<>();
    /** See {@link FreeDrones#freeSince}: null for those that were offered. */
    private final Map<String, @Nullable Long> doubtful = new HashMap<>();

    private RequestedFlight flight;

    /**
     * What was chosen.
     *
     * @param learnt drones of which more is known now; true once the transaction is committed
     */
    public record Chosen(Outcome<Reservation> answer, List<DroneState> learnt) {}

    /** A choice from what is known of the fleet now. */
    public DroneChoice(
            KnownFleet fleet,
            FreeDrones stored,
            String deliveryId,
            int attempt,
            ReservationRequest request,
            Instant now) {
        this.fleet = fleet;
        this.stored = stored;
        this.deliveryId = deliveryId;
        this.attempt = attempt;
        this.request = request;
        this.now = now;
        this.mark = fleet.mark(); // before anything else is read of the fleet
        this.flight = RequestedFlight.of(deliveryId, request, fleet.bases(), now);
    }

    /**
     * Takes the best drone, or says why there is none.
     *
     * @param released the drones that this transaction has changed
     */
    public Uni<Chosen> choose(Collection<DroneState> released) {
        released.forEach(this::note);
        DroneRanking ranking = new DroneRanking(fleet, flight, newer.values());
        List<Candidate> best = ranking.next(OFFERED_FIRST);
        return take(best, false, () -> takeReported(ranking, best));
    }

    /** What is read counts, but for a report that this process has not stored yet. */
    private DroneState note(DroneState read) {
        DroneState known = fleet.find(read.droneId());
        LastReport report = known == null ? null : known.lastReport();
        DroneState newest = report != null && read.isOlderThan(report) ? read.seen(report) : read;
        newer.put(read.droneId(), newest);
        return newest;
    }

    /** Offers the drones; if all are refused, goes on otherwise. */
    private Uni<Chosen> take(List<Candidate> bestFirst, boolean waiting, Supplier<Uni<Chosen>> otherwise) {
        if (bestFirst.isEmpty()) {
            return otherwise.get();
        }
        bestFirst.forEach(offered -> doubtful.put(offered.droneId(), null));
        return stored.takeFirst(bestFirst, waiting)
                .chain(taken ->
                        taken.isPresent() ? Uni.createFrom().item(granted(bestFirst, taken.get())) : otherwise.get());
    }

    /** The row of a drone that reports to another process is newer than what is known here: it is read, and offered again. */
    private Uni<Chosen> takeReported(DroneRanking ranking, List<Candidate> refused) {
        if (refused.isEmpty()) {
            return askDatabase(ranking);
        }
        Map<String, @Nullable Long> known = new HashMap<>();
        refused.forEach(offered -> known.put(offered.droneId(), offered.drone().lastSequence()));
        return stored.freeSince(mark, known)
                .chain(changes ->
                        take(rank(changes), false, () -> takeFarther(ranking, OFFERED_FIRST * OFFERED_GROWTH)));
    }

    private Uni<Chosen> takeFarther(DroneRanking ranking, int count) {
        List<Candidate> next = ranking.next(count);
        return take(
                next,
                false,
                () -> next.isEmpty() ? askDatabase(ranking) : takeFarther(ranking, count * OFFERED_GROWTH));
    }

    /**
     * Every drone that is known to be free was refused, so only those can be free of which the database knows more. If all of
     * them change while they are offered, it is asked again.
     */
    private Uni<Chosen> askDatabase(DroneRanking ranking) {
        ranking.unfit().stream()
                .filter(drone -> !doubtful.containsKey(drone.droneId()))
                .forEach(drone -> doubtful.put(drone.droneId(), drone.lastSequence()));
        return stored.freeSince(mark, doubtful).chain(changes -> {
            List<Candidate> ranked = rank(changes);
            return ranked.isEmpty() ? refuse() : take(ranked, true, () -> askDatabase(ranking));
        });
    }

    private List<Candidate> rank(FleetChanges changes) {
        if (!changes.drones().isEmpty()) {
            flight = RequestedFlight.of(deliveryId, request, changes.bases(), now);
        }
        return changes.drones().stream()
                .map(this::note)
                .flatMap(drone -> flight.candidate(drone).stream())
                .sorted(Candidate.BEST_FIRST)
                .toList();
    }

    private Chosen granted(List<Candidate> offered, Taken taken) {
        Candidate best = offered.stream()
                .filter(candidate -> candidate.droneId().equals(taken.droneId()))
                .findAny()
                .orElseThrow();
        MissionReference mission = new MissionReference(deliveryId, attempt, false);
        newer.put(taken.droneId(), best.drone().reserved(mission, taken.revision()));
        return chosen(new Granted<>(best.reservation(deliveryId, attempt)));
    }

    /**
     * That no drone is free in time is answered from what is known. A reason that lasts longer is only given once the whole
     * fleet was read.
     */
    private Uni<Chosen> refuse() {
        NoDrone known = whyNot();
        if (known.reaches()) {
            return Uni.createFrom().item(chosen(known.refusal(request)));
        }
        return stored.since(mark).map(changes -> {
            rank(changes);
            return chosen(whyNot().refusal(request));
        });
    }

    private NoDrone whyNot() {
        Stream<DroneState> unchanged = fleet.drones().stream().filter(drone -> !newer.containsKey(drone.droneId()));
        return NoDrone.of(
                flight, Stream.concat(newer.values().stream(), unchanged).toList());
    }

    private Chosen chosen(Outcome<Reservation> answer) {
        return new Chosen(answer, List.copyOf(newer.values()));
    }
}
