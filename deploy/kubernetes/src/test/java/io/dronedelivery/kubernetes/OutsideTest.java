package io.dronedelivery.kubernetes;

import static io.dronedelivery.kubernetes.Manifest.each;
import static io.dronedelivery.kubernetes.Manifest.name;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From outside one reaches the gateway, and drone by MAVLink, and nothing else. */
class OutsideTest {
    private static final String PROXY = "drone-delivery/proxy";
    private static final String MONITORING = "monitoring-may-read-metrics";
    private static final List<String> OF_THE_NODE = List.of("NodePort", "LoadBalancer");

    /** A workload and its port. */
    private record Place(String workload, String port) {}

    private static final Set<Place> OPEN =
            Set.of(new Place("gateway", "http"), new Place("gateway", "https"), new Place("drone", "mavlink"));

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void aServiceThatNodesOrARouteShowIsTheGatewayOrTakesMavlink(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        Stream<Place> shown = ofTheNode(manifest).flatMap(service -> places(manifest, service));
        Stream<Place> routed = Stream.concat(
                manifest.all("HTTPRoute")
                        .flatMap(route -> route.findValues("backendRefs").stream())
                        .flatMap(Manifest::each)
                        .map(to -> named(manifest, to.path("name").asText(), to.path("port"))),
                manifest.all("Ingress")
                        .flatMap(ingress -> ingress.findValues("service").stream())
                        .map(to -> named(manifest, to.path("name").asText(), to.at("/port/name"))));
        assertThat(Stream.concat(shown, routed)).isNotEmpty().isSubsetOf(OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void aPolicyThatLetsOthersInThanOurPodsIsOfTheGatewayOrOfMavlink(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(manifest.all("NetworkPolicy")
                        .filter(policy -> !name(policy).equals(MONITORING))
                        .flatMap(policy -> each(policy.at("/spec/ingress"))
                                .filter(OutsideTest::letsOthersIn)
                                .flatMap(rule -> opened(manifest, policy, rule))))
                .containsExactlyInAnyOrder(
                        new Place("gateway", overlay.equals("production") ? "https" : "http"),
                        new Place("drone", "mavlink"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void whoIsReachedByANodeSeesTheAddressOfWhoSends(String overlay) {
        assertThat(ofTheNode(Manifest.of(overlay))).isNotEmpty().allSatisfy(service -> assertThat(
                        service.at("/spec/externalTrafficPolicy").asText())
                .as(name(service))
                .isEqualTo("Local"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void theGatewayKnowsTheProxiesInFrontOfIt(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(Environment.of(gateway(manifest), manifest).value("GATEWAY_EDGE_TRUSTED_PROXIES"))
                .isNotEmpty();
    }

    @Test
    void theRouteIsThatOfThePublicAddressByTheGatewayOfTheExample() {
        Manifest production = Manifest.of("production");
        JsonNode route = production.all("HTTPRoute").findFirst().orElseThrow();
        URI publicUrl =
                URI.create(Environment.of(gateway(production), production).value("PUBLIC_URL"));
        assertThat(publicUrl).hasScheme("https");
        assertThat(each(route.at("/spec/hostnames")))
                .extracting(JsonNode::asText)
                .containsExactly(publicUrl.getHost());

        Manifest example = Manifest.in("public-gateway.yaml");
        JsonNode parent = route.at("/spec/parentRefs/0");
        JsonNode entry = example.all("Gateway")
                .filter(gateway -> name(gateway).equals(parent.path("name").asText()))
                .filter(gateway -> gateway.at("/metadata/namespace").equals(parent.path("namespace")))
                .flatMap(gateway -> each(gateway.at("/spec/listeners")))
                .filter(listener -> listener.path("name").equals(parent.path("sectionName")))
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("hostname").asText()).isEqualTo(publicUrl.getHost());
        assertThat(entry.at("/tls/certificateRefs")).isNotEmpty();
        assertThat(letIn(production)).isEqualTo("true");
        assertThat(example.all("Namespace"))
                .extracting(namespace ->
                        namespace.at("/metadata/labels").path(PROXY).asText())
                .containsExactly(letIn(production));
    }

    @Test
    void noTimeEndsAStreamOfEvents() {
        Manifest production = Manifest.of("production");
        assertThat(production.all("HTTPRoute").flatMap(route -> each(route.at("/spec/rules"))))
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(rule.at("/timeouts/request").asText()).isEqualTo("0s"));
    }

    @Test
    void theProxyChecksTheCertificateThatTheGatewayShows() {
        Manifest production = Manifest.of("production");
        JsonNode route = production.all("HTTPRoute").findFirst().orElseThrow();
        JsonNode tls =
                production.all("BackendTLSPolicy").findFirst().orElseThrow().path("spec");
        JsonNode certificate = production
                .all("Certificate")
                .filter(each -> each.at("/spec/secretName").equals(tls.at("/validation/caCertificateRefs/0/name")))
                .findFirst()
                .orElseThrow();
        assertThat(certificate.at("/spec/dnsNames")).contains(tls.at("/validation/hostname"));
        assertThat(tls.at("/targetRefs/0/name")).isEqualTo(route.at("/spec/rules/0/backendRefs/0/name"));
        assertThat(tls.at("/targetRefs/0/sectionName").asText()).isEqualTo("https");
        assertThat(production.selected(gateway(production).at("/spec/selector/matchLabels")))
                .flatExtracting(pod -> pod.findValuesAsText("secretName"))
                .contains(certificate.at("/spec/secretName").asText());
    }

    /** The value of the label that lets a namespace's pods call the gateway. */
    private static String letIn(Manifest manifest) {
        return manifest.all("NetworkPolicy")
                .map(policy -> policy.at("/spec/ingress/0/from/0/namespaceSelector/matchLabels")
                        .path(PROXY))
                .filter(JsonNode::isTextual)
                .findFirst()
                .orElseThrow()
                .asText();
    }

    private static JsonNode gateway(Manifest manifest) {
        return manifest.all("Deployment")
                .filter(service -> name(service).equals("gateway"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> ofTheNode(Manifest manifest) {
        return manifest.all("Service")
                .filter(service -> OF_THE_NODE.contains(service.at("/spec/type").asText()));
    }

    /** Whether a rule lets in anybody, or the pods of another namespace, or addresses. */
    private static boolean letsOthersIn(JsonNode rule) {
        return !rule.has("from")
                || each(rule.path("from")).anyMatch(from -> from.has("ipBlock") || from.has("namespaceSelector"));
    }

    /** What a rule opens of the services: not of data stores, which may be in another namespace. */
    private static Stream<Place> opened(Manifest manifest, JsonNode policy, JsonNode rule) {
        return manifest.selected(policy.at("/spec/podSelector/matchLabels"))
                .filter(workload -> workload.path("kind").asText().equals("Deployment"))
                .filter(workload -> workload.at("/metadata/namespace").equals(policy.at("/metadata/namespace")))
                .flatMap(workload -> each(rule.path("ports"))
                        .map(port -> new Place(name(workload), port.path("port").asText())));
    }

    private static Stream<Place> places(Manifest manifest, JsonNode service) {
        return manifest.selected(service.at("/spec/selector")).flatMap(workload -> each(service.at("/spec/ports"))
                .map(port -> new Place(name(workload), port.path("targetPort").asText())));
    }

    /** The place of a Service's port, by its number or name. */
    private static Place named(Manifest manifest, String service, JsonNode port) {
        return manifest.all("Service")
                .filter(each -> name(each).equals(service))
                .flatMap(each -> each(each.at("/spec/ports")))
                .filter(each ->
                        each.path("port").equals(port) || each.path("name").equals(port))
                .map(each -> new Place(service, each.path("name").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no port " + port + " of the Service " + service));
    }
}
