package io.dronedelivery.drone.registry.domain;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2RegionCoverer;
import io.dronedelivery.contracts.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Finds the drones within a distance without looking at the others, anywhere on the globe. S2 numbers the cells of a grid on
 * the sphere so that a larger cell holds one range of numbers. A circle is covered by a few cells, so by a few ranges.
 */
final class PlaceIndex {
    /** More cells follow the circle closer, but cost more look-ups. */
    private static final int CELLS_MAX = 8;

    /** Added to the circle, so that rounding loses no drone at its edge. */
    private static final double SLACK_METERS = 1;

    private static final S2RegionCoverer COVERER =
            S2RegionCoverer.builder().setMaxCells(CELLS_MAX).build();

    private final NavigableSet<Entry> entries = new ConcurrentSkipListSet<>();

    /** The numbers of cells are unsigned. */
    private record Entry(long cell, String droneId) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byCell = Long.compareUnsigned(cell, other.cell);
            return byCell != 0 ? byCell : droneId.compareTo(other.droneId);
        }
    }

    void add(String droneId, Position place) {
        entries.add(entry(droneId, place));
    }

    void remove(String droneId, Position place) {
        entries.remove(entry(droneId, place));
    }

    private static Entry entry(String droneId, Position place) {
        return new Entry(S2CellId.fromLatLng(latLng(place)).id(), droneId);
    }

    /** The drones within so many metres of the center, and maybe some that are a little farther away. */
    List<String> within(double meters, Position center) {
        double radians = Math.min(Math.PI, (meters + SLACK_METERS) / Position.EARTH_RADIUS_METERS);
        S2Cap circle = S2Cap.fromAxisAngle(latLng(center).toPoint(), S1Angle.radians(radians));
        List<String> found = new ArrayList<>();
        for (S2CellId cell : COVERER.getCovering(circle)) {
            Entry first = new Entry(cell.rangeMin().id(), "");
            Entry end = new Entry(cell.rangeMax().id() + 1, "");
            entries.subSet(first, end).forEach(entry -> found.add(entry.droneId));
        }
        return found;
    }

    private static S2LatLng latLng(Position place) {
        return S2LatLng.fromDegrees(place.latitude(), place.longitude());
    }
}
