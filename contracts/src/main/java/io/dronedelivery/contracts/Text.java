package io.dronedelivery.contracts;

import java.util.Optional;
import java.util.Set;

/**
 * The one rule for texts that people write: names, addresses, notes and the like. A character is a Unicode code point, so
 * that an emoji counts as one.
 */
public final class Text {
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;
    // letters and a symbol by their category, yet nothing is seen of them: the Hangul fillers and the empty Braille
    // cell
    private static final Set<Integer> INVISIBLE = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    private Text() {}

    /** What is wrong with a text of 1 to that many characters, to be told behind its name; empty where nothing is. */
    public static Optional<String> fault(String text, int charactersMax) {
        return forbidden(text).or(() -> badLength(text, charactersMax));
    }

    /** The first character that no text may have, as a fault: one that can't be stored, or that reorders what is read. */
    public static Optional<String> forbidden(String text) {
        return text.codePoints()
                .filter(character -> !storable(character) || reorders(character))
                .mapToObj("must not have the control character U+%04X"::formatted)
                .findFirst();
    }

    /** Whether nothing of it is seen: it is empty, or has spaces, zero-width and formatting characters only. */
    public static boolean isBlank(String text) {
        return text.codePoints().noneMatch(Text::visible);
    }

    /** How many characters it has. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether a database stores it and UTF-8 can write it: without NUL and the like, and halves of surrogate pairs. */
    public static boolean storable(String text) {
        return text.codePoints().allMatch(Text::storable);
    }

    /** A client's text as a message cites it: cut where it is longer, with a mark for each character that is forbidden. */
    public static String printable(String text, int charactersMax) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(charactersMax)
                .map(character -> storable(character) && !reorders(character) ? character : REPLACEMENT_CHARACTER)
                .forEach(printable::appendCodePoint);
        return length(text) > charactersMax ? printable + "…" : printable.toString();
    }

    private static Optional<String> badLength(String text, int charactersMax) {
        if (isBlank(text)) {
            return Optional.of("must be 1 to %d characters, and not blank".formatted(charactersMax));
        }
        int length = length(text);
        return length > charactersMax
                ? Optional.of("must be 1 to %d characters, but has %d".formatted(charactersMax, length))
                : Optional.empty();
    }

    /** PostgreSQL stores no NUL, and UTF-8 has no halves of surrogate pairs. */
    private static boolean storable(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            default -> true;
        };
    }

    /** The embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9): text reads other than it is. */
    private static boolean reorders(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !INVISIBLE.contains(character);
        };
    }
}
