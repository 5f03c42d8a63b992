package io.dronedelivery.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param gateway the URL at which telemetry is posted
 * @param tokens the file with each drone's token
 * @param seed of the wind
 * @param state the file that the drones are kept in
 */
record Options(URI gateway, Path tokens, long seed, Path state) {
    static final String USAGE = "usage: --gateway URL --tokens FILE --state FILE [--seed N]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException where it makes no sense; the message says why
     */
    static Options of(String... arguments) {
        @Nullable URI gateway = null;
        @Nullable Path tokens = null;
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
                case "--gateway" -> gateway = URI.create(value);
                case "--tokens" -> tokens = Path.of(value);
                case "--state" -> state = Path.of(value);
                case "--seed" -> seed = Long.parseLong(value);
                default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
            }
        }
        if (gateway == null || tokens == null || state == null) {
            throw new IllegalArgumentException("--gateway, --tokens and --state are required; " + USAGE);
        }
        return new Options(gateway, tokens, seed, state);
    }
}
