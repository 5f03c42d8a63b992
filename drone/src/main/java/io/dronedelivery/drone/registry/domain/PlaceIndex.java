package io.dronedelivery.drone.registry.domain;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2RegionCoverer;
import io.dronedelivery.contracts.Position;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Finds the places within a distance where drones stand without looking at the others, anywhere on the globe. S2 numbers the
 * cells of a grid on the sphere so that a larger cell holds one range of numbers. A circle is covered by a few cells, so by a
 * few ranges. Many drones may stand at one place: those at a base that were never heard.
 */
final class PlaceIndex {
    /** More cells follow the circle closer, but cost more look-ups. */
    private static final int CELLS_MAX = 8;

    /** Added to the circle, so that rounding loses no drone at its edge. */
    private static final double SLACK_METERS = 1;

    private static final S2RegionCoverer COVERER =
            S2RegionCoverer.builder().setMaxCells(CELLS_MAX).build();

    private final NavigableMap<Spot, NavigableSet<Parked>> spots = new ConcurrentSkipListMap<>();

    /** A place by the number of its cell, which is unsigned. */
    private record Spot(long cell, Position place) implements Comparable<Spot> {
        private static final Comparator<Spot> ORDER = Comparator.<Spot, Long>comparing(
                        Spot::cell, Long::compareUnsigned)
                .thenComparing(spot -> spot.place.latitude())
                .thenComparing(spot -> spot.place.longitude());

        @Override
        public int compareTo(Spot other) {
            return ORDER.compare(this, other);
        }
    }

    /** A drone that stands at a place; the fastest comes first. */
    record Parked(double cruiseSpeed, String droneId) implements Comparable<Parked> {
        private static final Comparator<Parked> ORDER =
                Comparator.comparing(Parked::cruiseSpeed).reversed().thenComparing(Parked::droneId);

        @Override
        public int compareTo(Parked other) {
            return ORDER.compare(this, other);
        }
    }

    synchronized void add(Position place, Parked drone) {
        spots.computeIfAbsent(spot(place), _ -> new ConcurrentSkipListSet<>()).add(drone);
    }

    synchronized void remove(Position place, Parked drone) {
        spots.computeIfPresent(spot(place), (_, drones) -> {
            drones.remove(drone);
            return drones.isEmpty() ? null : drones;
        });
    }

    private static Spot spot(Position place) {
        return new Spot(S2CellId.fromLatLng(latLng(place)).id(), place);
    }

    /** Who stands at the places within so many metres of the center, and maybe at some that are a little farther away. */
    Map<Position, NavigableSet<Parked>> within(double meters, Position center) {
        double radians = Math.min(Math.PI, (meters + SLACK_METERS) / Position.EARTH_RADIUS_METERS);
        S2Cap circle = S2Cap.fromAxisAngle(latLng(center).toPoint(), S1Angle.radians(radians));
        Map<Position, NavigableSet<Parked>> found = new HashMap<>();
        for (S2CellId cell : COVERER.getCovering(circle)) {
            spots.subMap(first(cell.rangeMin().id()), first(cell.rangeMax().id() + 1))
                    .forEach((spot, drones) -> found.put(spot.place, drones));
        }
        return found;
    }

    /** Before all places in that cell. */
    private static Spot first(long cell) {
        return new Spot(cell, new Position(-90, -180));
    }

    private static S2LatLng latLng(Position place) {
        return S2LatLng.fromDegrees(place.latitude(), place.longitude());
    }
}
