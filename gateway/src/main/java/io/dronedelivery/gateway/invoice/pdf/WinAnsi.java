package io.dronedelivery.gateway.invoice.pdf;

import java.text.Normalizer;

/**
 * The encoding of Western European text in PDF (PDF 1.4, appendix D). The JDK has it as windows-1252, which a native executable
 * would not bring along.
 */
final class WinAnsi {
    /** The code of the first printable character. */
    static final int FIRST = 0x20;

    /** What the codes from 0x80 on are; a blank where there is no character. */
    private static final String FROM_80 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private static final int DELETE = 0x7F;
    private static final int LATIN_1 = 0xA0; // from here on a code is that of Unicode

    private WinAnsi() {}

    /** The text as its codes, a char for each: a question mark for what there is no code for, a blank for a line break. */
    static String encode(String text) {
        StringBuilder codes = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(WinAnsi::code)
                .forEach(code -> codes.append((char) code));
        return codes.toString();
    }

    private static int code(int character) {
        if (Character.isWhitespace(character)) {
            return ' ';
        }
        if ((character >= FIRST && character < DELETE) || (character >= LATIN_1 && character <= 0xFF)) {
            return character;
        }
        int place = FROM_80.indexOf(character);
        return place < 0 ? '?' : 0x80 + place;
    }
}
