package io.dronedelivery.mavlink.autopilot;

import java.time.Duration;
import java.time.Instant;

/**
 * The heartbeats in a row that told MAV_STATE_CRITICAL. Some autopilots say so for a moment, of a battery warning for
 * instance: it is an emergency only once it lasts, by the drone's clock or by ours.
 *
 * @param drone when it began, by the drone's clock, in ms
 * @param receivedAt when it began, by ours
 */
record CriticalState(int heartbeats, long drone, Instant receivedAt) {
    static final int HEARTBEATS_MIN = 3;
    static final Duration LASTS_MIN = Duration.ofSeconds(5);

    static CriticalState begun(long drone, Instant receivedAt) {
        return new CriticalState(1, drone, receivedAt);
    }

    CriticalState again() {
        return new CriticalState(heartbeats + 1, drone, receivedAt);
    }

    boolean lasts(long droneNow, Instant now) {
        boolean lasting = droneNow - drone >= LASTS_MIN.toMillis()
                || receivedAt.until(now).compareTo(LASTS_MIN) >= 0;
        return heartbeats >= HEARTBEATS_MIN && lasting;
    }
}
