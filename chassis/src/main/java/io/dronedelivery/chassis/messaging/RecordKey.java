package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key of a Kafka record, which may be any bytes or none, as text. */
final class RecordKey {
    private static final int SHOWN_CHARACTERS_MAX = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private RecordKey() {}

    /** All of it; what is not UTF-8 is replaced. */
    static String text(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(key);
    }

    /** For one line of a log: without control characters, and cut. */
    static String shown(@Nullable Object key) {
        String text = text(key);
        String start = text.substring(0, Math.min(text.length(), SHOWN_CHARACTERS_MAX));
        return CONTROL.matcher(start).replaceAll("\uFFFD");
    }
}
