package io.dronedelivery.system.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often what goes wrong, as probabilities.
 *
 * @param lost a call, or a message to the log, does not arrive
 * @param unanswered it is carried out, but its answer does not arrive
 * @param doubled a call arrives twice
 * @param late it is under way for so long that its caller has given up
 * @param stuck a call and all its repeats are under way for minutes
 * @param unstored a transaction fails, or its outcome stays unknown
 * @param redelivered a group's messages are handed out once more, while they are being worked at
 * @param crash a process dies instead of going on with what concerns a delivery
 * @param crashAtRest it dies instead of going on with what it does all the time
 * @param noise a drone's sample is lost in the air
 * @param silence a drone falls silent for some minutes, per sample
 * @param emergency a drone reports an emergency, per sample in flight
 * @param breakdown a van breaks down, per report
 */
record Faults(
        double lost,
        double unanswered,
        double doubled,
        double late,
        double stuck,
        double unstored,
        double redelivered,
        double crash,
        double crashAtRest,
        double noise,
        double silence,
        double emergency,
        double breakdown) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    static final Duration LATE_MAX = Duration.ofSeconds(60);

    /** Some runs are mild, some rough; in each, some things fail more than others. */
    static Faults some(RandomGenerator random) {
        return new Faults(
                random.nextDouble(0.1),
                random.nextDouble(0.1),
                random.nextDouble(0.1),
                random.nextDouble(0.05),
                random.nextDouble(0.1),
                random.nextDouble(0.05),
                random.nextDouble(0.1),
                random.nextDouble(0.02),
                random.nextDouble(0.0005),
                random.nextDouble(0.2),
                random.nextDouble(0.002),
                random.nextDouble(0.005),
                random.nextDouble(0.1));
    }
}
