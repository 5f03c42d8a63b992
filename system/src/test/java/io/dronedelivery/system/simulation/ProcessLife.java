package io.dronedelivery.system.simulation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One life of a process: all that it has begun and not stored ends with it. */
final class ProcessLife {
    private final World world;
    private final String name;
    private final InstantSource clock;
    private final @Nullable Runnable dies;
    private boolean over;

    /**
     * @param clock the time as this process has it
     * @param dies has the process die; absent where it never does
     */
    ProcessLife(World world, String name, InstantSource clock, @Nullable Runnable dies) {
        this.world = world;
        this.name = name;
        this.clock = clock;
        this.dies = dies;
    }

    /** A life that does not end: that of what is no process of ours. */
    static ProcessLife eternal(World world, String name) {
        return new ProcessLife(world, name, world, null);
    }

    World world() {
        return world;
    }

    String name() {
        return name;
    }

    InstantSource clock() {
        return clock;
    }

    boolean over() {
        return over;
    }

    void end() {
        over = true;
    }

    /** Does something after a while, unless this life ends before, or then. */
    void after(Duration delay, String what, Runnable work) {
        after(delay, Fault.CRASH, what, work);
    }

    private void after(Duration delay, Fault crash, String what, Runnable work) {
        world.after(delay, () -> {
            if (!over && dies != null && world.strikes(crash, name + " instead of " + what)) {
                world.tell(name + " dies instead of " + what);
                dies.run();
            }
            if (!over) {
                work.run();
            }
        });
    }

    /** Does something again and again, never twice at a time. */
    void every(Duration pace, Supplier<Uni<?>> round) {
        after(pace, Fault.CRASH_AT_REST, "doing its rounds", () -> round.get()
                .subscribe()
                .with(_ -> every(pace, round), failure -> {
                    Unexpected.check(world, name + " in its rounds", failure);
                    every(pace, round);
                }));
    }
}
