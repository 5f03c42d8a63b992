package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What may be wished for: mostly what a drone can carry, now and then what only a van can, or nobody. */
final class RandomOrders {
    private static final int HEAVY_GRAMS = 20_000;
    private static final int TOO_HEAVY_GRAMS = 60_000;
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration AMPLE = Duration.ofHours(3);
    private static final Duration SHORT_MAX = Duration.ofMinutes(15);

    /** An order, and whether somebody can carry it out. */
    record Wish(DeliveryOrder order, boolean feasible) {}

    private final World world;
    private final RandomSource randomSource;
    private final RandomGenerator random;

    RandomOrders(World world, RandomSource randomSource) {
        this.world = world;
        this.randomSource = randomSource;
        this.random = randomSource.random();
    }

    String account() {
        return switch (random.nextInt(12)) {
            case 0 -> Town.POOR;
            case 1 -> Town.SUSPENDED;
            case 2 -> Town.UNKNOWN;
            default -> Town.RICH;
        };
    }

    Wish any() {
        int light = 1 + random.nextInt(Town.LIGHT_GRAMS_MAX);
        Position inTown = Town.anywhere(random);
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Wish(order(inTown, HEAVY_GRAMS, AMPLE), true);
            case 2 -> new Wish(order(Town.outOfTown(random), light, AMPLE), true);
            case 3 -> new Wish(order(inTown, TOO_HEAVY_GRAMS, AMPLE), false);
            case 4 -> new Wish(order(Town.abroad(), light, AMPLE), false);
            case 5, 6, 7 -> new Wish(order(inTown, light, randomSource.upTo(SHORT_MAX)), false);
            default -> new Wish(order(inTown, light, AMPLE), true);
        };
    }

    private DeliveryOrder order(Position dropoff, int grams, Duration time) {
        Instant readyAt = world.instant().plus(randomSource.upTo(READY_WITHIN));
        return new DeliveryOrder(
                stop(Town.anywhere(random)),
                stop(dropoff),
                readyAt,
                readyAt.plus(time),
                new Parcel(Parcel.Size.SMALL, grams, null),
                randomSource.chance(0.2),
                confirmation(),
                null);
    }

    private Confirmation confirmation() {
        return switch (random.nextInt(12)) {
            case 0 -> Confirmation.PIN;
            case 1 -> Confirmation.PICTURE;
            case 2 -> Confirmation.SIGNATURE;
            default -> Confirmation.NONE;
        };
    }

    private static Stop stop(Position location) {
        return new Stop(location, null, null, null);
    }
}
