package io.dronedelivery.gateway.invoice.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A PDF file in the making: its pages, and then its bytes. */
public final class PdfDocument {
    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int INFORMATION = 3;
    private static final int FIRST_FONT = 4;
    private static final int FIRST_PAGE = FIRST_FONT + Font.values().length;
    private static final int OBJECTS_PER_PAGE = 2; // the page, and what is on it

    private final String title;
    private final String producer;
    private final List<Page> pages = new ArrayList<>();

    /**
     * @param title what viewers show as the name of the document
     * @param producer what made it
     */
    public PdfDocument(String title, String producer) {
        this.title = title;
        this.producer = producer;
    }

    /** A new last page. */
    public Page addPage() {
        Page page = new Page();
        pages.add(page);
        return page;
    }

    /** All pages so far. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    /** The file. A document has one page at least. */
    public byte[] bytes() {
        PdfObjects objects = new PdfObjects();
        objects.add(
                "<< /Type /Catalog /Pages %s 0 R /ViewerPreferences << /DisplayDocTitle true >> >>".formatted(PAGES));
        objects.add("<< /Type /Pages /Count %s /Kids [%s] /MediaBox [0 0 %s %s] /Resources << /Font << %s >> >> >>"
                .formatted(pages.size(), references(), Page.WIDTH, Page.HEIGHT, fonts()));
        objects.add("<< /Title %s /Producer %s >>".formatted(unicode(title), unicode(producer)));
        for (Font font : Font.values()) {
            objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
                    .formatted(font.fullName()));
        }
        for (int i = 0; i < pages.size(); i++) {
            objects.add("<< /Type /Page /Parent %s 0 R /Contents %s 0 R >>".formatted(PAGES, pageObject(i) + 1));
            objects.add(stream(pages.get(i).content()));
        }
        return objects.file(CATALOG, INFORMATION).getBytes(ISO_8859_1);
    }

    private static int pageObject(int index) {
        return FIRST_PAGE + OBJECTS_PER_PAGE * index;
    }

    private String references() {
        return IntStream.range(0, pages.size())
                .mapToObj(index -> pageObject(index) + " 0 R")
                .collect(Collectors.joining(" "));
    }

    private static String fonts() {
        return IntStream.range(0, Font.values().length)
                .mapToObj(index -> "/%s %s 0 R".formatted(Font.values()[index].name(), FIRST_FONT + index))
                .collect(Collectors.joining(" "));
    }

    private static String stream(String content) {
        return "<< /Length %s >>\nstream\n%s\nendstream".formatted(content.length(), content);
    }

    /** A text outside of pages, which may have any character. */
    private static String unicode(String text) {
        String hexadecimal = HexFormat.of().formatHex(("\uFEFF" + text).getBytes(UTF_16BE));
        return "<" + hexadecimal.toUpperCase(Locale.ROOT) + ">";
    }
}
