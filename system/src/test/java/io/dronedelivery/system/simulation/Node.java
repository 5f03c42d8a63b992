package io.dronedelivery.system.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The process of a service. It dies at any moment; what it stored stays, and after a while it starts again.
 *
 * @param <H> the service's handlers: made anew for each life
 */
final class Node<H> {
    private static final Duration DOWN_MAX = Duration.ofMinutes(1);
    private static final Duration OUTAGE_MAX = Duration.ofMinutes(20);
    private static final Duration CLOCK_OFF_MAX = Duration.ofMinutes(10);

    private final World world;
    private final String name;
    private final Function<ProcessLife, H> make;
    private final List<Consumer<ProcessLife>> startups = new ArrayList<>();
    private ProcessLife life;
    private H handlers;

    Node(World world, String name, Function<ProcessLife, H> make) {
        this.world = world;
        this.name = name;
        this.make = make;
        this.life = new ProcessLife(world, name, world, this::die);
        this.handlers = make.apply(life);
    }

    World world() {
        return world;
    }

    String name() {
        return name;
    }

    ProcessLife life() {
        return life;
    }

    H handlers() {
        return handlers;
    }

    /** To be done in this life, and at the start of every later one. */
    void inEveryLife(Consumer<ProcessLife> startup) {
        startups.add(startup);
        startup.accept(life);
    }

    private void die() {
        life.end();
        world.after(world.upTo(world.strikes(Fault.OUTAGE, name) ? OUTAGE_MAX : DOWN_MAX), this::startAgain);
    }

    private InstantSource anyClock() {
        if (!world.strikes(Fault.CLOCK, name)) {
            return world;
        }
        Duration off = world.upTo(CLOCK_OFF_MAX.multipliedBy(2)).minus(CLOCK_OFF_MAX);
        world.tell("the clock of " + name + " is off by " + off);
        return world.clockOffBy(off);
    }

    private void startAgain() {
        world.tell(name + " starts again");
        life = new ProcessLife(world, name, anyClock(), this::die);
        handlers = make.apply(life);
        startups.forEach(startup -> startup.accept(life));
    }
}
