package io.dronedelivery.local.upgrade;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a run.
 *
 * @param length how long the load lasts at least, in real time
 * @param rate requests per real second
 * @param seed draws the requests
 * @param next the project folder with the build of the next version; null to restart the same version
 * @param timeout how long to wait at the end until nothing is under way, in real time
 */
record UpgradeSettings(
        Duration length, double rate, long seed, @Nullable Path next, Duration timeout) {

    /** The builds to upgrade to, one after the other: the next version, and this one again. */
    List<Path> builds(Path root) {
        return next == null ? List.of(root) : List.of(next, root);
    }
}
