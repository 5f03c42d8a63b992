package io.dronedelivery.supervisor.domain.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A header of a message.
 *
 * @param text its value, where that is text
 * @param base64 its value, where it is not; neither where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Header(
        String name, @Nullable String text, @Nullable String base64) {
    private static final char ZERO = 0;
    private static final char REPLACEMENT = '\uFFFD';

    /** Safe to be stored, whatever it is. */
    public static Header of(String name, byte @Nullable [] value) {
        if (value == null) {
            return new Header(storable(name), null, null);
        }
        return Payload.of(value)
                .text()
                .filter(text -> text.indexOf(ZERO) < 0)
                .map(text -> new Header(storable(name), text, null))
                .orElseGet(() ->
                        new Header(storable(name), null, Base64.getEncoder().encodeToString(value)));
    }

    /** The text of the first header of that name. */
    static Optional<String> first(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name.equals(name))
                .findFirst()
                .map(Header::text);
    }

    /** The text of the last header of that name. */
    static Optional<String> last(List<Header> headers, String name) {
        return first(headers.reversed(), name);
    }

    /** The text without zero characters, which no database takes. */
    public static String storable(String text) {
        return text.replace(ZERO, REPLACEMENT);
    }
}
