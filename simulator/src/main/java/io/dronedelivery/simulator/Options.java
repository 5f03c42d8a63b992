package io.dronedelivery.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param droneService the URL of the drone service, which takes the telemetry
 * @param seed of the wind
 * @param state the file that the drones are kept in
 */
record Options(URI droneService, long seed, Path state) {
    static final String USAGE = "usage: --drone-service URL --state FILE [--seed N]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException where it makes no sense; the message says why
     */
    static Options of(String... arguments) {
        @Nullable URI droneService = null;
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
                case "--drone-service" -> droneService = URI.create(value);
                case "--state" -> state = Path.of(value);
                case "--seed" -> seed = Long.parseLong(value);
                default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
            }
        }
        if (droneService == null || state == null) {
            throw new IllegalArgumentException("--drone-service and --state are required; " + USAGE);
        }
        return new Options(droneService, seed, state);
    }
}
