package io.dronedelivery.transport.domain.carrier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a carrier knows a shipment. It follows from delivery and attempt. So a booking that is
 * repeated after a crash is the same booking, and a call-back leads to its delivery without an index.
 */
public record Reference(String deliveryId, int attempt) {
    private static final Pattern FORM = Pattern.compile("(.+)-([1-9][0-9]{0,8})");

    /** As the carrier gets and reports it. */
    public String text() {
        return deliveryId + "-" + attempt;
    }

    /** Reads what {@link #text()} wrote; empty if it is not one. */
    public static Optional<Reference> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Reference(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
