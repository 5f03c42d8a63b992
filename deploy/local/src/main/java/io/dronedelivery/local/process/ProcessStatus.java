package io.dronedelivery.local.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of one process.
 *
 * @param port the port that the process listens on; 0 for none
 * @param pid the id of the process while it runs
 * @param began when the process started; the operating system may give its id to another process later
 * @param restarts how often the process was started again
 * @param failure why the process ended last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessStatus(
        String name,
        int port,
        State state,
        @Nullable Long pid,
        @Nullable Instant began,
        int restarts,
        @Nullable String failure) {

    /** What the process does now. */
    public enum State {
        STARTING,
        READY,
        /** Dead, and to be started again soon. */
        WAITING,
        STOPPED
    }

    static ProcessStatus of(ManagedProcess process) {
        return new ProcessStatus(process.name(), process.port(), State.STOPPED, null, null, 0, null);
    }

    ProcessStatus starting(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(null);
        return new ProcessStatus(name, port, State.STARTING, process.pid(), start, restarts, failure);
    }

    ProcessStatus ready() {
        return new ProcessStatus(name, port, State.READY, pid, began, restarts, failure);
    }

    ProcessStatus waiting(String why) {
        return new ProcessStatus(name, port, State.WAITING, null, null, restarts + 1, why);
    }

    ProcessStatus stopped() {
        return new ProcessStatus(name, port, State.STOPPED, null, null, restarts, failure);
    }

    /** The process with this id and this start, if it still runs. */
    public Optional<ProcessHandle> handle() {
        return Optional.ofNullable(pid).flatMap(id -> running(id, began));
    }

    static Optional<ProcessHandle> running(long pid, @Nullable Instant began) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant().equals(Optional.ofNullable(began)));
    }
}
