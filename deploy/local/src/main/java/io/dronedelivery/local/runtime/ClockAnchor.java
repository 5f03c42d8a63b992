package io.dronedelivery.local.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The clock that all services share: it shows <code>scaled</code> at the moment <code>real</code>, and goes
 * <code>scale</code> times as fast as the real one.
 */
record ClockAnchor(Instant real, Instant scaled, double scale) {

    /** What this clock shows at a moment of the real one. */
    Instant at(Instant moment) {
        double nanos = Duration.between(real, moment).toNanos() * scale;
        return scaled.plusNanos(Math.round(nanos));
    }

    /** This clock going on at another pace, never back, and not behind the real one. */
    ClockAnchor continued(Instant now, Instant stopped, double newScale) {
        Instant shown = at(stopped);
        return new ClockAnchor(now, shown.isAfter(now) ? shown : now, newScale);
    }

    /** What sets a service's clock. */
    List<String> properties() {
        return List.of(
                "-Dclock.scale=" + scale,
                "-Dclock.anchor.real=" + real.toEpochMilli(),
                "-Dclock.anchor.scaled=" + scaled.toEpochMilli());
    }
}
