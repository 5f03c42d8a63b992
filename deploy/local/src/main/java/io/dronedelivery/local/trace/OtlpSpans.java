package io.dronedelivery.local.trace;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.dronedelivery.local.trace.TracedSpan.Link;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads exported spans: the protobuf messages of the OpenTelemetry Protocol (OTLP 1.x). */
final class OtlpSpans {
    private static final String SERVICE = "service.name";
    /** Topics are keyed by delivery; the one of the drones' samples is not, but the drones are no deliveries either. */
    private static final Set<String> NAMES_OF_A_DELIVERY = Set.of("delivery.id", "messaging.kafka.message.key");

    private static final String KIND_PREFIX = "SPAN_KIND_";

    private OtlpSpans() {}

    /** The spans of a request to export some, in its order. */
    static List<TracedSpan> read(byte[] request) throws InvalidProtocolBufferException {
        return ExportTraceServiceRequest.parseFrom(request).getResourceSpansList().stream()
                .flatMap(OtlpSpans::spans)
                .toList();
    }

    private static Stream<TracedSpan> spans(ResourceSpans ofOneService) {
        String service = value(ofOneService.getResource().getAttributesList(), Set.of(SERVICE))
                .orElse("unknown");
        return ofOneService.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> span(service, span));
    }

    private static TracedSpan span(String service, Span span) {
        return new TracedSpan(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                span.getParentSpanId().isEmpty() ? null : hex(span.getParentSpanId()),
                service,
                span.getKind().name().replace(KIND_PREFIX, ""),
                span.getName(),
                value(span.getAttributesList(), NAMES_OF_A_DELIVERY).orElse(null),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                span.getLinksList().stream()
                        .map(link -> new Link(hex(link.getTraceId()), hex(link.getSpanId())))
                        .toList());
    }

    private static Optional<String> value(List<KeyValue> attributes, Set<String> names) {
        return attributes.stream()
                .filter(attribute -> names.contains(attribute.getKey()))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst();
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
