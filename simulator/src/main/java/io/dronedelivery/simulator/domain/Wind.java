package io.dronedelivery.simulator.domain;

import java.time.Instant;
import java.util.SplittableRandom;

/** The wind over the city: a steady part and two slow swings, as a pure function of seed and time. */
public final class Wind {
    /** No drone starts in more than this, and it never blows harder here. */
    public static final double SPEED_MAX = 3.5;

    private static final double STEADY_SHARE = 0.6; // of the strongest wind; the swings have the rest
    private static final double PERIOD_SECONDS_MIN = 240;
    private static final double PERIOD_SECONDS_MAX = 1_200;

    private final Vector steady;
    private final Swing[] swings;

    public Wind(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.steady = polar(random.nextDouble() * SPEED_MAX * STEADY_SHARE, random);
        double each = SPEED_MAX * (1 - STEADY_SHARE) / 2;
        this.swings = new Swing[] {Swing.of(each, random), Swing.of(each, random)};
    }

    /** The velocity of the air. */
    Vector at(Instant time) {
        Vector wind = steady;
        for (Swing swing : swings) {
            wind = wind.plus(swing.at(time));
        }
        return wind;
    }

    private static Vector polar(double length, SplittableRandom random) {
        double angle = random.nextDouble() * 2 * Math.PI;
        return new Vector(length * Math.cos(angle), length * Math.sin(angle));
    }

    private record Swing(Vector amplitude, double periodSeconds, double phase) {
        static Swing of(double speed, SplittableRandom random) {
            return new Swing(
                    polar(speed, random),
                    random.nextDouble(PERIOD_SECONDS_MIN, PERIOD_SECONDS_MAX),
                    random.nextDouble() * 2 * Math.PI);
        }

        Vector at(Instant time) {
            double seconds = time.toEpochMilli() / 1_000.0;
            return amplitude.times(Math.sin(2 * Math.PI * seconds / periodSeconds + phase));
        }
    }
}
