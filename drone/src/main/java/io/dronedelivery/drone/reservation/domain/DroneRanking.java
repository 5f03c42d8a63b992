package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * The drones that can fly a delivery, the best first. It searches circles around the pickup, each twice as wide as the one
 * before, and only until the best one is certain: no drone outside the circle can have the parcel earlier. Of the drones at one
 * place it looks only at as many as it needs.
 */
final class DroneRanking {
    private static final double FIRST_CIRCLE_METERS = 500;

    private final KnownFleet fleet;
    private final RequestedFlight flight;
    private final double approachMetersMax;
    private final Queue<Best> candidates =
            new PriorityQueue<>(Comparator.comparing(Best::candidate, Candidate.BEST_FIRST));
    private final Set<Position> places = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<DroneState> unfit = new ArrayList<>();
    private double searchedMeters;

    /**
     * The best drone at one place.
     *
     * @param rest those that are no better
     */
    private record Best(Candidate candidate, Iterator<DroneState> rest) {}

    /**
     * A ranking of what is known of the fleet.
     *
     * @param newer drones of which the caller knows more
     */
    DroneRanking(KnownFleet fleet, RequestedFlight flight, Collection<DroneState> newer) {
        this.fleet = fleet;
        this.flight = flight;
        this.approachMetersMax = flight.approachMetersMax(fleet.rangeMetersMax(), fleet.cruiseSpeedMax());
        newer.forEach(drone -> addBest(List.of(drone).iterator()));
    }

    /** The next best drones, at most so many; fewer only if there are no more. */
    List<Candidate> next(int count) {
        List<Candidate> best = new ArrayList<>();
        while (best.size() < count && (isBestCertain() || searchWider())) {
            if (isBestCertain()) {
                Best next = candidates.remove();
                best.add(next.candidate);
                addBest(next.rest);
            }
        }
        return best;
    }

    /**
     * The drones that could fly it but for their availability or charge. Complete once {@link #next} has returned them all.
     */
    List<DroneState> unfit() {
        return unfit;
    }

    private boolean isBestCertain() {
        if (candidates.isEmpty() || isAllSearched()) {
            return !candidates.isEmpty();
        }
        if (searchedMeters == 0) {
            return false;
        }
        Candidate best = candidates.element().candidate;
        Instant outside = flight.pickupAtFrom(searchedMeters, fleet.cruiseSpeedMax());
        return best.pickupAt().isBefore(outside)
                || best.pickupAt().equals(outside) && best.approachMeters() <= searchedMeters;
    }

    private boolean isAllSearched() {
        return searchedMeters >= approachMetersMax;
    }

    /** Returns whether there was anything left to search. */
    private boolean searchWider() {
        if (isAllSearched()) {
            return false;
        }
        searchedMeters = Math.min(approachMetersMax, Math.max(FIRST_CIRCLE_METERS, 2 * searchedMeters));
        Position pickup = flight.request().pickup();
        fleet.unassignedWithin(searchedMeters, pickup).forEach((place, drones) -> {
            if (place.metersTo(pickup) <= searchedMeters && places.add(place)) {
                addBest(drones);
            }
        });
        return true;
    }

    private void addBest(Iterator<DroneState> fastestFirst) {
        while (fastestFirst.hasNext()) {
            DroneState drone = fastestFirst.next();
            Optional<Candidate> candidate = seen.add(drone.droneId()) ? flight.candidate(drone) : Optional.empty();
            if (candidate.isPresent()) {
                candidates.add(new Best(candidate.get(), fastestFirst));
                return;
            }
            if (flight.isPossibleFor(drone)) {
                unfit.add(drone);
            }
        }
    }
}
