package io.dronedelivery.local.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TraceReceiverTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final long BEGIN_NANOS = 1_700_000_000_000_000_000L;
    private static final long LASTS_NANOS = 5_000_000;

    private final TraceReceiver receiver = TraceReceiver.start(0);
    private final URI url = URI.create("http://localhost:" + receiver.port());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        receiver.close();
        client.close();
    }

    @Test
    void whatAServiceExportsIsToldOfTheDeliveryThatItNames() throws IOException, InterruptedException {
        assertThat(export(request().toByteArray())).isEqualTo(200);

        HttpRequest asked = HttpRequest.newBuilder(TraceReceiver.of(url, "d-1")).build();
        assertThat(client.send(asked, BodyHandlers.ofString()).body())
                .isEqualTo("[{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + SPAN + "\",\"service\":\"accounting\","
                        + "\"kind\":\"CONSUMER\",\"name\":\"process delivery.events\",\"delivery\":\"d-1\",\"begin\":"
                        + BEGIN_NANOS + ",\"end\":" + (BEGIN_NANOS + LASTS_NANOS)
                        + ",\"failed\":true,\"links\":[{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + SPAN + "\"}]}]");
    }

    @Test
    void theCommandPrintsIt() throws IOException, InterruptedException {
        export(request().toByteArray());

        assertThat(new CommandLine(new Trace()).execute("d-1", "--receiver-url", url.toString()))
                .isZero();
        assertThat(new CommandLine(new Trace()).execute("unknown", "--receiver-url", url.toString()))
                .isNotZero();
    }

    @Test
    void ofWhatIsNoIdNothingIsTold() throws IOException, InterruptedException {
        export(request().toByteArray());

        HttpRequest asked = HttpRequest.newBuilder(TraceReceiver.of(url, "no id: \u00e4/?%"))
                .build();
        assertThat(client.send(asked, BodyHandlers.ofString()).body()).isEqualTo("[]");
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException, InterruptedException {
        assertThat(export("no protobuf".getBytes(UTF_8))).isEqualTo(400);
    }

    private int export(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(TraceReceiver.EXPORT))
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static ExportTraceServiceRequest request() {
        Span span = Span.newBuilder()
                .setTraceId(bytes(TRACE))
                .setSpanId(bytes(SPAN))
                .setKind(Span.SpanKind.SPAN_KIND_CONSUMER)
                .setName("process delivery.events")
                .setStartTimeUnixNano(BEGIN_NANOS)
                .setEndTimeUnixNano(BEGIN_NANOS + LASTS_NANOS)
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
                .addAttributes(attribute("messaging.kafka.message.key", "d-1"))
                .addLinks(Span.Link.newBuilder().setTraceId(bytes(TRACE)).setSpanId(bytes(SPAN)))
                .build();
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(attribute("service.name", "accounting")))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static KeyValue attribute(String name, String value) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
