package io.dronedelivery.gateway.invoice.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fonts of the pages. Every viewer has them, so no file brings them along. Lengths are in points: 1/72 inch. */
public enum Font {
    REGULAR("Helvetica", """
            278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584
            584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278
            278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500
            500 334 260 334 584 350 556 350 222 556 333 1000 556 556 333 1000 667 333 1000 350 611 350 350 222 222 333 333 350 556
            1000 333 1000 500 333 944 350 500 667 278 333 556 556 556 556 260 556 333 737 370 556 584 333 737 333 400 584 333 333
            333 556 537 278 333 333 365 556 834 834 834 611 667 667 667 667 667 667 1000 722 667 667 667 667 278 278 278 278 722 722
            778 778 778 778 778 584 778 722 722 722 722 667 667 611 556 556 556 556 556 556 889 500 556 556 556 556 278 278 278 278
            556 556 556 556 556 556 556 584 611 556 556 556 556 500 556 500"""),

    BOLD("Helvetica-Bold", """
            278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584
            584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333
            278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556
            500 389 280 389 584 350 556 350 278 556 500 1000 556 556 333 1000 667 333 1000 350 611 350 350 278 278 500 500 350 556
            1000 333 1000 556 333 944 350 500 667 278 333 556 556 556 556 280 556 333 737 370 556 584 333 737 333 400 584 333 333
            333 611 556 278 333 333 365 556 834 834 834 611 722 722 722 722 722 722 1000 722 667 667 667 667 278 278 278 278 722 722
            778 778 778 778 778 584 778 722 722 722 722 667 667 611 556 556 556 556 556 556 889 556 556 556 556 556 278 278 278 278
            611 611 611 611 611 611 611 584 611 611 611 611 611 556 611 556""");

    private static final double UNITS_PER_EM = 1_000;

    private final String fullName;
    private final String widths; // a char for each, whose number is the width

    /**
     * @param widths how wide each character of {@link WinAnsi} is, from the first printable one on, in thousandths of the size
     */
    Font(String fullName, String widths) {
        this.fullName = fullName;
        this.widths = Stream.of(widths.split("\\s+"))
                .map(Integer::valueOf)
                .map(Character::toString)
                .collect(Collectors.joining());
    }

    String fullName() {
        return fullName;
    }

    /** How wide the text is in that size. */
    public double width(String text, double size) {
        return WinAnsi.encode(text).chars().map(this::units).sum() * size / UNITS_PER_EM;
    }

    private int units(int code) {
        return widths.charAt(code - WinAnsi.FIRST);
    }

    /** The text in lines that are no wider than that. A word that is wider is broken anywhere. */
    public List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = broken(word, size, width, lines);
        }
        lines.add(line);
        return lines;
    }

    /** Adds the lines that a word fills, and returns what is left of it. */
    private String broken(String word, double size, double width, List<String> lines) {
        String rest = word;
        for (int end = fitting(rest, size, width); end < rest.length(); end = fitting(rest, size, width)) {
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    /** How many chars of a word fit: one character at least. */
    private int fitting(String word, double size, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length() && width(word.substring(0, word.offsetByCodePoints(end, 1)), size) <= width) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
