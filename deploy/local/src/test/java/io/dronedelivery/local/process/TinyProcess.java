package io.dronedelivery.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Processes that start in no time and do nothing. */
public final class TinyProcess {
    private TinyProcess() {}

    /** Runs a shell script. */
    public static Program script(Path folder, String script) {
        return new Program(List.of("sh", "-c", script), Map.of(), folder.resolve("tiny.log"));
    }

    /** Runs until it is told to end. */
    public static Program sleeping(Path folder) {
        return script(folder, "exec sleep 1000");
    }
}
