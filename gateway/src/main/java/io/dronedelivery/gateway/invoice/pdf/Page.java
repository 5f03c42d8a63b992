package io.dronedelivery.gateway.invoice.pdf;

import java.util.Locale;

/** A page of paper in A4. Lengths are in points, 1/72 inch; places are counted from the lower left corner. */
public final class Page {
    /** 210 mm. */
    public static final double WIDTH = 595;
    /** 297 mm. */
    public static final double HEIGHT = 842;

    private static final double RULE_WIDTH = 0.5;

    private final StringBuilder content = new StringBuilder();

    Page() {}

    /** Writes a line of text that begins there. */
    public void text(Font font, double size, double x, double y, String text) {
        content.append("BT /")
                .append(font.name())
                .append(' ')
                .append(number(size))
                .append(" Tf ")
                .append(place(x, y))
                .append(" Td ")
                .append(literal(WinAnsi.encode(text)))
                .append(" Tj ET\n");
    }

    /** Writes a line of text that ends there. */
    public void textUpTo(Font font, double size, double right, double y, String text) {
        text(font, size, right - font.width(text, size), y, text);
    }

    /** Draws a horizontal rule. */
    public void rule(double left, double right, double y) {
        content.append(number(RULE_WIDTH))
                .append(" w ")
                .append(place(left, y))
                .append(" m ")
                .append(place(right, y))
                .append(" l S\n");
    }

    String content() {
        return content.toString();
    }

    /** A text as PDF has it between parentheses: what means something there is escaped. */
    static String literal(String codes) {
        return "(" + codes.replaceAll("[\\\\()]", "\\\\$0") + ")";
    }

    private static String place(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double points) {
        return String.format(Locale.ROOT, "%.2f", points);
    }
}
