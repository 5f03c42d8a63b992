package io.dronedelivery.local.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The clock that all services share. It shows <code>scaled</code> when the real clock shows <code>real</code>, and goes
 * <code>scale</code> times as fast.
 */
record ClockAnchor(Instant real, Instant scaled, double scale) {

    /** The time that this clock shows when the real clock shows the given one. */
    Instant at(Instant moment) {
        double nanos = Duration.between(real, moment).toNanos() * scale;
        return scaled.plusNanos(Math.round(nanos));
    }

    /** Continues this clock from its stop on, at another pace. It is never behind the real clock. */
    ClockAnchor continued(Instant now, Instant stopped, double newScale) {
        Instant shown = at(stopped);
        return new ClockAnchor(now, shown.isAfter(now) ? shown : now, newScale);
    }

    /** The system properties that set a service's clock. */
    List<String> properties() {
        return List.of(
                "-Dclock.scale=" + scale,
                "-Dclock.anchor.real=" + real.toEpochMilli(),
                "-Dclock.anchor.scaled=" + scaled.toEpochMilli());
    }
}
