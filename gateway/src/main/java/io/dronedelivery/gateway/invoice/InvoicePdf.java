package io.dronedelivery.gateway.invoice;

import static io.dronedelivery.gateway.invoice.pdf.Font.BOLD;
import static io.dronedelivery.gateway.invoice.pdf.Font.REGULAR;

import io.dronedelivery.gateway.invoice.Invoice.Line;
import io.dronedelivery.gateway.invoice.pdf.Font;
import io.dronedelivery.gateway.invoice.pdf.Page;
import io.dronedelivery.gateway.invoice.pdf.PdfDocument;
import java.util.List;

/** An invoice on paper: a heading, a table that goes on from page to page, and the total. Lengths are in points, 1/72 inch. */
final class InvoicePdf {
    private static final double LEFT = 50;
    private static final double RIGHT = Page.WIDTH - 50;
    private static final double TOP = Page.HEIGHT - 60;
    private static final double BOTTOM = 60;
    private static final double FOOTER = 36;
    private static final double DELIVERY_COLUMN = LEFT + 105;
    private static final double AMOUNT_COLUMN = RIGHT - 90;
    private static final double TITLE_SIZE = 18;
    private static final double SIZE = 9;
    private static final double DETAIL_SIZE = 7.5;
    private static final double LEADING = 1.35; // from line to line, in sizes
    private static final double GAP = 6;

    private final Invoice invoice;
    private final InvoiceTexts texts;
    private final PdfDocument document;
    private Page page;
    private double y = TOP;

    private InvoicePdf(Invoice invoice) {
        this.invoice = invoice;
        this.texts = new InvoiceTexts(invoice);
        this.document = new PdfDocument(texts.title(), "Drone Delivery");
        this.page = document.addPage();
    }

    /** The bytes of the file: always the same for the same invoice. */
    static byte[] of(Invoice invoice) {
        return new InvoicePdf(invoice).written();
    }

    private byte[] written() {
        heading();
        tableHead();
        invoice.lines().forEach(this::row);
        total();
        footers();
        return document.bytes();
    }

    private void heading() {
        line(BOLD, TITLE_SIZE, LEFT, "Invoice");
        y -= GAP;
        texts.heading().forEach(text -> paragraph(REGULAR, SIZE, LEFT, RIGHT, text));
        y -= GAP;
        texts.incomplete().ifPresent(notice -> {
            paragraph(BOLD, SIZE, LEFT, RIGHT, notice);
            y -= GAP;
        });
    }

    private void tableHead() {
        y -= SIZE * LEADING;
        page.text(BOLD, SIZE, LEFT, y, "Charged (UTC)");
        page.text(BOLD, SIZE, DELIVERY_COLUMN, y, "Delivery");
        page.textUpTo(BOLD, SIZE, RIGHT, y, "Amount");
        rule();
    }

    private void row(Line line) {
        List<String> id = REGULAR.wrap(line.deliveryId(), SIZE, AMOUNT_COLUMN - DELIVERY_COLUMN);
        List<String> details = REGULAR.wrap(texts.details(line), DETAIL_SIZE, RIGHT - DELIVERY_COLUMN);
        keepTogether((id.size() * SIZE + details.size() * DETAIL_SIZE) * LEADING);
        y -= SIZE * LEADING;
        page.text(REGULAR, SIZE, LEFT, y, InvoiceTexts.time(line.chargedAt()));
        page.text(REGULAR, SIZE, DELIVERY_COLUMN, y, id.getFirst());
        page.textUpTo(REGULAR, SIZE, RIGHT, y, Amount.text(line.amount()));
        id.stream().skip(1).forEach(part -> line(REGULAR, SIZE, DELIVERY_COLUMN, part));
        details.forEach(part -> line(REGULAR, DETAIL_SIZE, DELIVERY_COLUMN, part));
        y -= GAP;
    }

    private void total() {
        keepTogether(SIZE * LEADING + GAP);
        rule();
        y -= SIZE * LEADING;
        page.text(BOLD, SIZE, LEFT, y, texts.count());
        page.textUpTo(BOLD, SIZE, RIGHT, y, Amount.text(invoice.total()));
    }

    /** Goes on on a new page, with a table head of its own, where so much does not fit on this one. */
    private void keepTogether(double height) {
        if (y - height < BOTTOM) {
            page = document.addPage();
            y = TOP;
            tableHead();
        }
    }

    private void footers() {
        List<Page> pages = document.pages();
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).text(REGULAR, DETAIL_SIZE, LEFT, FOOTER, texts.title());
            pages.get(i).textUpTo(REGULAR, DETAIL_SIZE, RIGHT, FOOTER, "Page %d of %d".formatted(i + 1, pages.size()));
        }
    }

    private void paragraph(Font font, double size, double left, double right, String text) {
        font.wrap(text, size, right - left).forEach(part -> line(font, size, left, part));
    }

    private void line(Font font, double size, double left, String text) {
        y -= size * LEADING;
        page.text(font, size, left, y, text);
    }

    private void rule() {
        y -= GAP;
        page.rule(LEFT, RIGHT, y);
    }
}
