package io.dronedelivery.gateway.version;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Until when a version is to be used.
 *
 * @param deprecatedFrom from when on nobody should begin to use it
 * @param sunset from when on it may not be served any more
 */
record Lifecycle(Optional<Instant> deprecatedFrom, Optional<Instant> sunset) {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final String SETTINGS = "gateway.versions.v1.";

    Lifecycle {
        if (deprecatedFrom.isPresent() && sunset.isPresent() && sunset.get().isBefore(deprecatedFrom.get())) {
            throw new IllegalArgumentException("%ssunset (%s) must not be before %sdeprecated-from (%s)"
                    .formatted(SETTINGS, sunset.get(), SETTINGS, deprecatedFrom.get()));
        }
    }

    static Lifecycle of(VersionConfig.Dates dates) {
        return new Lifecycle(time("deprecated-from", dates.deprecatedFrom()), time("sunset", dates.sunset()));
    }

    private static Optional<Instant> time(String setting, Optional<String> text) {
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "%s%s must be a time as in 2026-12-01T00:00:00Z, but is %s"
                            .formatted(SETTINGS, setting, text.orElseThrow()),
                    malformed);
        }
    }

    /** The header <code>Deprecation</code> (RFC 9745): a date of structured fields. */
    Optional<String> deprecation() {
        return deprecatedFrom.map(time -> "@" + time.getEpochSecond());
    }

    /** The header <code>Sunset</code> (RFC 8594): an HTTP date. */
    Optional<String> sunsetDate() {
        return sunset.map(HTTP_DATE::format);
    }
}
