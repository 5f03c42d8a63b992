package io.dronedelivery.local.customer;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Parcel.Size;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Generates orders near the bases of the fleet: mostly small parcels, over a few kilometres. */
public final class OrderGenerator {
    private static final int TOO_HEAVY_EVERY = 10;
    private static final int TOO_HEAVY_GRAMS = 20_000; // no drone lifts it
    private static final double METERS_FROM_BASE_MAX = 2_000;
    private static final double WAY_METERS_MIN = 500;
    private static final double WAY_METERS_MAX = 2_500;
    private static final double METERS_PER_DEGREE = 111_195; // of latitude

    private final List<Position> quarters;
    private final SplittableRandom random;

    /**
     * A generator.
     *
     * @param bases the pickups are at most 2 km from one of them
     * @param seed the same seed generates the same orders
     */
    public OrderGenerator(Collection<Base> bases, long seed) {
        this.quarters = bases.stream().map(Base::location).toList();
        this.random = new SplittableRandom(seed);
    }

    /** Generates that many orders. */
    public List<DeliveryOrder> orders(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::order).toList();
    }

    private DeliveryOrder order(int number) {
        Position quarter = quarters.get(random.nextInt(quarters.size()));
        Position pickup = away(quarter, random.nextDouble() * METERS_FROM_BASE_MAX);
        Position dropoff = away(pickup, random.nextDouble(WAY_METERS_MIN, WAY_METERS_MAX));
        return new DeliveryOrder(stop(pickup), stop(dropoff), null, parcel(number), "demo " + number);
    }

    private Parcel parcel(int number) {
        if (number % TOO_HEAVY_EVERY == 0) {
            return new Parcel(Size.LARGE, TOO_HEAVY_GRAMS, null);
        }
        return switch (random.nextInt(10)) {
            case 9 -> new Parcel(Size.LARGE, random.nextInt(3_000, 8_000), null);
            case 7, 8 -> new Parcel(Size.MEDIUM, random.nextInt(1_500, 3_000), null);
            default -> new Parcel(Size.SMALL, random.nextInt(100, 1_500), null);
        };
    }

    private static Stop stop(Position place) {
        return new Stop(place, null, null, null);
    }

    private Position away(Position from, double meters) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double north = meters * Math.cos(angle) / METERS_PER_DEGREE;
        double east = meters * Math.sin(angle) / METERS_PER_DEGREE / Math.cos(Math.toRadians(from.latitude()));
        return new Position(rounded(from.latitude() + north), rounded(from.longitude() + east));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
