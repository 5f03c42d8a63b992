package io.dronedelivery.local.process;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A process of the system, which a {@link ProcessMonitor} keeps running.
 *
 * @param name its name in the status and in the logs
 * @param port the port that it listens on; 0 for none
 * @param launch starts the process
 */
public record ManagedProcess(String name, int port, Supplier<Running> launch) {

    /**
     * The process after its start.
     *
     * @param ready whether the process can do its work
     * @param live whether the process does not need a restart
     * @param stop stops the process in order and returns when it has ended; does nothing if it has ended already
     */
    public record Running(Process process, BooleanSupplier ready, BooleanSupplier live, Runnable stop) {}
}
