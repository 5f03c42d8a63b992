package io.dronedelivery.local.trace;

import static io.dronedelivery.local.trace.Spans.COMPLETED;
import static io.dronedelivery.local.trace.Spans.HOLD;
import static io.dronedelivery.local.trace.Spans.POST;
import static io.dronedelivery.local.trace.Spans.PROCESS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.local.trace.TraceTree.Line;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TraceTreeTest {
    private static final List<TracedSpan> IN_NO_ORDER = List.of(COMPLETED, HOLD, PROCESS, POST);

    @Test
    void eachSpanIsUnderTheOneThatCausedItAndEachTraceAfterTheEarlier() {
        List<TraceTree> traces = TraceTree.of(IN_NO_ORDER);

        assertThat(traces).extracting(TraceTree::id).containsExactly("request", "flight");
        assertThat(traces.getFirst().lines())
                .containsExactly(new Line(0, POST), new Line(1, PROCESS), new Line(2, HOLD));
    }

    @Test
    void aSpanWhoseParentWasNotReceivedIsOnTop() {
        assertThat(TraceTree.of(List.of(HOLD)).getFirst().lines()).containsExactly(new Line(0, HOLD));
    }

    @Test
    void theTextTellsServicesTimesLinksAndFailures() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new TraceText(new PrintStream(printed, true, UTF_8)).print(TraceTree.of(IN_NO_ORDER));

        assertThat(printed.toString(UTF_8))
                .contains("ingestion  POST /api")
                .contains("20.0 ms", "10.0 ms", "    scheduler  calls PUT /charges")
                .contains("goes on from trace request: scheduler calls PUT /charges")
                .contains("decide DeliveryCompleted  FAILED");
    }

    @Test
    void thePictureHasABarForEachSpan() throws Exception {
        byte[] svg = TracePicture.of(TraceTree.of(IN_NO_ORDER)).getBytes(UTF_8);

        Document picture =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertThat(picture.getElementsByTagName("title").getLength()).isEqualTo(IN_NO_ORDER.size());
    }
}
