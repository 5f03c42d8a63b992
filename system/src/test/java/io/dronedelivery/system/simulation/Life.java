package io.dronedelivery.system.simulation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** One life of a process: all that it has begun and not stored ends with it. */
final class Life {
    private final World world;
    private final String name;
    private final Runnable dies;
    private boolean over;

    /**
     * @param dies has the process die
     */
    Life(World world, String name, Runnable dies) {
        this.world = world;
        this.name = name;
        this.dies = dies;
    }

    /** A life that does not end: that of what is no process of ours. */
    static Life eternal(World world, String name) {
        return new Life(world, name, () -> {});
    }

    World world() {
        return world;
    }

    String name() {
        return name;
    }

    boolean over() {
        return over;
    }

    void end() {
        over = true;
    }

    /** Goes on with something after a while, unless this life ends before. */
    void after(Duration delay, Runnable work) {
        after(delay, () -> world.faults().crash(), work);
    }

    private void after(Duration delay, DoubleSupplier risk, Runnable work) {
        world.after(delay, () -> {
            if (!over && world.chance(risk.getAsDouble())) {
                dies.run();
            }
            if (!over) {
                work.run();
            }
        });
    }

    /** Does something again and again, never twice at a time. */
    void every(Duration pace, Supplier<Uni<?>> round) {
        after(pace, () -> world.faults().crashAtRest(), () -> round.get()
                .subscribe()
                .with(_ -> every(pace, round), failure -> {
                    Unexpected.check(name + " in its rounds", failure);
                    every(pace, round);
                }));
    }
}
