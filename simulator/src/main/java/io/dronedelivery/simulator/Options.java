package io.dronedelivery.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param door where the telemetry goes
 * @param seed of the wind
 * @param state the file that the drones are kept in
 */
record Options(URI door, long seed, Path state) {
    static final String USAGE = "usage: --door URL --state FILE [--seed N]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException where it makes no sense; the message says why
     */
    static Options of(String... arguments) {
        @Nullable URI door = null;
        @Nullable Path state = null;
        long seed = 1;
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            String option = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value; " + USAGE);
            }
            String value = words.next();
            switch (option) {
                case "--door" -> door = URI.create(value);
                case "--state" -> state = Path.of(value);
                case "--seed" -> seed = Long.parseLong(value);
                default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
            }
        }
        if (door == null || state == null) {
            throw new IllegalArgumentException("--door and --state are required; " + USAGE);
        }
        return new Options(door, seed, state);
    }
}
