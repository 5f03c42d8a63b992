package io.dronedelivery.gateway.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliverySearch.Place;
import io.dronedelivery.gateway.invoice.Invoice.Journey;
import io.dronedelivery.gateway.invoice.Invoice.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class InvoicePdfTest {
    private static final String ACCOUNT = "ann";
    private static final String TABLE_HEAD = "Charged (UTC)";

    @Test
    void anInvoiceOfOneLineHasAllThatIsKnown() throws IOException {
        assertThat(words(InvoicePdf.of(Samples.invoice(ACCOUNT, 1))))
                .contains("Account: ann")
                .contains("Month: 2026-11 (UTC)")
                .contains("Total: 7.01 EUR")
                .contains("2026-11-01 00:01:00 d-0001 7.01 EUR")
                .contains("order-of-d-0001 · from Bahnhofstrasse 1, Zürich to 47.39010, 8.51570")
                .contains("COMPLETED")
                .contains("SMALL, 900 g, tag tag-of-d-0001")
                .contains("by drone drone-7, Kestrel")
                .contains("Total of 1 delivery 7.01 EUR")
                .contains("Page 1 of 1")
                .doesNotContain("incomplete");
    }

    @Test
    void anInvoiceOfManyLinesGoesOnFromPageToPageWithATableHeadOnEach() throws IOException {
        Invoice invoice = Samples.invoice(ACCOUNT, 200);
        byte[] bytes = InvoicePdf.of(invoice);
        String words = words(bytes);
        for (Line line : invoice.lines()) {
            assertThat(words)
                    .contains(InvoiceTexts.time(line.chargedAt()) + " " + line.deliveryId() + " "
                            + Amount.text(line.amount()))
                    .contains("order-of-" + line.deliveryId() + " ·");
        }
        try (PDDocument read = Loader.loadPDF(bytes)) {
            int pages = read.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (int page = 1; page <= pages; page++) {
                assertThat(words(read, page))
                        .contains(TABLE_HEAD)
                        .contains("Page %d of %d".formatted(page, pages))
                        .contains("Invoice 2026-11, account ann");
            }
        }
        Files.write(Path.of("target", "invoice.pdf"), bytes); // for people, and for other readers
    }

    @Test
    void theSameInvoiceIsTheSameBytes() {
        assertThat(InvoicePdf.of(Samples.invoice(ACCOUNT, 50))).isEqualTo(InvoicePdf.of(Samples.invoice(ACCOUNT, 50)));
    }

    @Test
    void anInvoiceWithoutChargesSaysSo() throws IOException {
        assertThat(words(InvoicePdf.of(Samples.invoice(ACCOUNT, 0)))).contains("Total of 0 deliveries 0.00 EUR");
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        Line known = Samples.invoice(ACCOUNT, 1).lines().getFirst();
        Line bare = new Line(known.deliveryId(), known.attempt(), known.chargedAt(), known.amount(), null, null, null);
        Invoice invoice =
                new Invoice(ACCOUNT, Samples.MONTH, known.amount(), List.of(bare), List.of("delivery", "packaging"));
        assertThat(words(InvoicePdf.of(invoice)))
                .contains("This invoice is incomplete")
                .contains("delivery, packaging")
                .contains("d-0001 7.01 EUR")
                .contains("details of the delivery are missing · details of the package are missing");
    }

    @Test
    void charactersThatThePageCannotShowBecomeQuestionMarksAndLongTextsAreWrapped() throws IOException {
        String street = "Długa → (7) \\ 🚁 ";
        Place far = new Place(new Position(0, 0), street + "x".repeat(180));
        assertThat(words(InvoicePdf.of(from(far))))
                .contains("D?uga ? (7) \\ ?")
                .contains("x".repeat(80))
                .contains("Page 1 of 1");
    }

    private static Invoice from(Place pickup) {
        Line known = Samples.invoice(ACCOUNT, 1).lines().getFirst();
        Journey journey =
                new Journey(Samples.delivery("d").status(), null, known.chargedAt(), null, pickup, pickup, null, null);
        Line line = new Line(
                known.deliveryId(), known.attempt(), known.chargedAt(), known.amount(), journey, known.parcel(), null);
        return new Invoice(ACCOUNT, Samples.MONTH, known.amount(), List.of(line), List.of());
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return words(new PDFTextStripper().getText(read));
        }
    }

    private static String words(PDDocument read, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return words(stripper.getText(read));
    }

    /** On one line, however it was wrapped. */
    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
