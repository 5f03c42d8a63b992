package io.dronedelivery.supervisor.domain.letters;

import org.jspecify.annotations.Nullable;

/**
 * What came of replaying many.
 *
 * @param replayed how many
 * @param unreadable how many must be edited first
 * @param next the cursor from which to go on; absent where these were all
 */
public record Replays(
        long replayed, long unreadable, @Nullable String next) {}
