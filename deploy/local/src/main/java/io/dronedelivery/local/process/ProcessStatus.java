package io.dronedelivery.local.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one process is.
 *
 * @param port that it listens on; 0 for none
 * @param pid its process, where it has one
 * @param began when that process started; together they name it also where pids are used again
 * @param restarts how often it was started again
 * @param trouble why it ended last
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

    public enum State {
        STARTING,
        READY,
        /** Dead, and waiting to be started again. */
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

    /** The process, if it still runs. */
    public Optional<ProcessHandle> handle() {
        return Optional.ofNullable(pid)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant().equals(Optional.ofNullable(began)));
    }
}
