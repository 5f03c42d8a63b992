package io.dronedelivery.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPictureTest {
    private static final Machine MACHINE = new Machine(2, 24_000, "Linux", "25");
    private static final double WIDEST_BAR = 420;

    @Test
    void aComparisonIsTwoBarsOnOneScaleWithAMarkAtTheTarget() throws Exception {
        Comparison accept =
                Comparison.of("accept <alone>", "per s", 5_000).against(10_000).toReach(Target.ratioAtLeast(0.4));

        Document picture = parse(new Report("bench accept", MACHINE, List.of(), List.of(accept), List.of()));

        NodeList bars = picture.getElementsByTagName("rect");
        assertThat(IntStream.range(1, bars.getLength()) // the first is the background
                        .mapToObj(bars::item)
                        .map(bar -> Double.parseDouble(
                                bar.getAttributes().getNamedItem("width").getNodeValue())))
                .containsExactly(WIDEST_BAR / 2, WIDEST_BAR);
        assertThat(picture.getElementsByTagName("line").getLength()).isEqualTo(1);
        assertThat(picture.getDocumentElement().getTextContent())
                .contains("bench accept", "2 cores", "accept <alone>, per s", "target ≥ 40 %");
    }

    @Test
    void aReportWithoutComparisonsIsAPictureToo() throws Exception {
        Document picture = parse(new Report("bench", MACHINE, List.of(), List.of(), List.of()));

        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
    }

    private static Document parse(Report report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(ReportPicture.of(report))));
    }
}
