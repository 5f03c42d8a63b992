package io.dronedelivery.local;

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
record PartStatus(
        String name,
        int port,
        State state,
        @Nullable Long pid,
        @Nullable Instant began,
        int restarts,
        @Nullable String trouble) {

    enum State {
        STARTING,
        READY,
        /** Dead, and waiting to be started again. */
        WAITING,
        STOPPED
    }

    static PartStatus of(Part part) {
        return new PartStatus(part.name(), part.port(), State.STOPPED, null, null, 0, null);
    }

    PartStatus starting(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(null);
        return new PartStatus(name, port, State.STARTING, process.pid(), start, restarts, trouble);
    }

    PartStatus ready() {
        return new PartStatus(name, port, State.READY, pid, began, restarts, trouble);
    }

    PartStatus waiting(String why) {
        return new PartStatus(name, port, State.WAITING, null, null, restarts + 1, why);
    }

    PartStatus stopped() {
        return new PartStatus(name, port, State.STOPPED, null, null, restarts, trouble);
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(pid)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant().equals(Optional.ofNullable(began)));
    }
}
