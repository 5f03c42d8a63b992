package io.dronedelivery.local.process;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One process of the system.
 *
 * @param name of its log and in the status
 * @param port that it listens on; 0 for none
 * @param launch starts it
 */
public record ManagedProcess(String name, int port, Supplier<Running> launch) {

    /**
     * The process, started.
     *
     * @param ready whether it can do its work
     * @param live whether it is not beyond recovery
     * @param stop ends it in order, and returns when it has ended; does nothing where it has
     */
    public record Running(Process process, BooleanSupplier ready, BooleanSupplier live, Runnable stop) {}
}
