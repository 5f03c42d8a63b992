package io.dronedelivery.gateway.invoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfDocumentTest {
    private static final double SIZE = 12;
    private static final double LEFT = 72;
    private static final double HALF_WAY_UP = 421;
    private static final float AS_A4 = 1;

    @Test
    void anotherProgramReadsWhatWasWritten() throws IOException {
        String text = "Zürich (\\ 5 €) – ÄÖÜäöüß";
        PdfDocument document = new PdfDocument("Invoice № 7 → Zürich", "Tests");
        document.addPage().text(Font.BOLD, SIZE, LEFT, HALF_WAY_UP, text);
        document.addPage().textUpTo(Font.REGULAR, SIZE, LEFT, HALF_WAY_UP, "2");

        try (PDDocument read = Loader.loadPDF(document.bytes())) {
            assertThat(read.getVersion()).isEqualTo(1.4f);
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Invoice № 7 → Zürich");
            assertThat(read.getDocumentInformation().getProducer()).isEqualTo("Tests");
            assertThat(read.getNumberOfPages()).isEqualTo(2);
            PDRectangle paper = read.getPage(1).getMediaBox();
            assertThat(Math.abs(paper.getWidth() - PDRectangle.A4.getWidth())).isLessThan(AS_A4);
            assertThat(Math.abs(paper.getHeight() - PDRectangle.A4.getHeight())).isLessThan(AS_A4);
            assertThat(new PDFTextStripper().getText(read)).isEqualTo(text + "\n2\n");
        }
    }

    @Test
    void theSamePagesAreTheSameBytes() {
        assertThat(ruled()).isEqualTo(ruled());
    }

    private static byte[] ruled() {
        PdfDocument document = new PdfDocument("Rule", "Tests");
        document.addPage().rule(LEFT, 2 * LEFT, HALF_WAY_UP);
        return document.bytes();
    }
}
