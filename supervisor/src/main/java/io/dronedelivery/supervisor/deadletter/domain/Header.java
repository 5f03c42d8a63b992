package io.dronedelivery.supervisor.deadletter.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * @param nameBase64 its name, where that has a zero character, which no database takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Header(
        String name,
        @Nullable String text,
        @Nullable String base64,
        @Nullable String nameBase64) {
    private static final char ZERO = 0;
    private static final char REPLACEMENT = '\uFFFD';

    /** One whose name is text that can be stored. */
    public Header(String name, @Nullable String text, @Nullable String base64) {
        this(name, text, base64, null);
    }

    /** Safe to be stored, whatever it is. */
    public static Header of(String name, byte @Nullable [] value) {
        String nameBase64 = name.indexOf(ZERO) < 0 ? null : encoded(name.getBytes(UTF_8));
        String text = value == null
                ? null
                : Payload.of(value)
                        .text()
                        .filter(read -> read.indexOf(ZERO) < 0)
                        .orElse(null);
        String base64 = value == null || text != null ? null : encoded(value);
        return new Header(storable(name), text, base64, nameBase64);
    }

    public String originalName() {
        return nameBase64 == null ? name : new String(Base64.getDecoder().decode(nameBase64), UTF_8);
    }

    /** The bytes of its value as they were. */
    public byte @Nullable [] value() {
        if (text != null) {
            return text.getBytes(UTF_8);
        }
        return base64 == null ? null : Base64.getDecoder().decode(base64);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
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
