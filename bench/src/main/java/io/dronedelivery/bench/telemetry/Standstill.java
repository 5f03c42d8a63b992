package io.dronedelivery.bench.telemetry;

import io.dronedelivery.local.process.FrozenProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contestants that stand still. They keep their connections, and are as warm afterwards as before. */
final class Standstill implements AutoCloseable {
    private final Map<Contestant, FrozenProcesses> frozen = new HashMap<>();

    /** Lets it stand still from now on. */
    void begin(Contestant contestant) {
        frozen.put(contestant, FrozenProcesses.freeze(List.of(contestant.process())));
    }

    /** Lets it go on. */
    void end(Contestant contestant) {
        FrozenProcesses process = frozen.remove(contestant);
        if (process != null) {
            letGo(process);
        }
    }

    private static void letGo(FrozenProcesses process) {
        try {
            process.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot let a process go on", impossible);
        }
    }

    /** Lets all go on. */
    @Override
    public void close() {
        frozen.values().forEach(Standstill::letGo);
        frozen.clear();
    }
}
