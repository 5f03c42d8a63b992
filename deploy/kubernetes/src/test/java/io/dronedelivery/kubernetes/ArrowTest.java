package io.dronedelivery.kubernetes;

import static io.dronedelivery.kubernetes.Manifest.each;
import static io.dronedelivery.kubernetes.Manifest.name;
import static io.dronedelivery.kubernetes.Manifest.selects;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services reach each other as docs/architecture.md draws it, and not otherwise. */
class ArrowTest {
    private static final String NAME = "app.kubernetes.io/name";

    /** For a policy all who are no service are one: whoever comes through a proxy. */
    private static final String OUTSIDE = "outside";

    /** The supervisor may also read all dead letters, and send them to where they came from. */
    private static final String KEEPS_DEAD_LETTERS = "supervisor";

    private final List<Arrow> arrows = Arrow.all();

    ArrowTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void eachCallHasItsNetworkPolicyAndEachPolicyItsCall(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        Set<List<String>> allowed = new HashSet<>();
        arrowPolicies(overlay).forEach(policy -> {
            String caller = name(policy).replaceAll("-to-.*", "");
            JsonNode from = policy.at("/spec/ingress/0/from");
            if (!caller.equals(OUTSIDE)) {
                assertThat(from).hasSize(1);
                assertThat(from.at("/0/podSelector/matchLabels").path(NAME).asText())
                        .isEqualTo(caller);
            }
            allowed.add(List.of(
                    caller,
                    policy.at("/spec/podSelector/matchLabels").path(NAME).asText()));
        });
        assertThat(allowed).isEqualTo(calls(manifest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void aNetworkPolicySelectsPodsThatHaveItsPorts(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(arrowPolicies(overlay)).isNotEmpty().allSatisfy(policy -> assertThat(
                        manifest.selected(policy.at("/spec/podSelector/matchLabels")))
                .as(name(policy))
                .hasSize(1)
                .allMatch(workload -> References.hasPorts(workload, policy.at("/spec/ingress/0/ports"), "port")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void whatNoPolicyAllowsIsDenied(String overlay) {
        assertThat(Manifest.of(overlay).all("NetworkPolicy").filter(policy -> name(policy)
                        .equals("default-deny")))
                .isNotEmpty()
                .allSatisfy(policy -> {
                    assertThat(policy.at("/spec/podSelector")).isEmpty();
                    assertThat(policy.at("/spec/policyTypes")).hasSize(2);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void nothingElseIsLetIntoAServiceButWhoReadsMetrics(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(manifest.all("NetworkPolicy")
                        .filter(policy -> policy.path("spec").has("ingress"))
                        .filter(policy -> !policy.at("/metadata/labels").has("arrow"))
                        .filter(policy -> manifest.all("Deployment")
                                .anyMatch(service ->
                                        !policy.at("/spec/podSelector").has("matchExpressions")
                                                && selects(policy.at("/spec/podSelector/matchLabels"), service))))
                .extracting(Manifest::name)
                .containsExactly("monitoring-may-read-metrics");
    }

    @Test
    void aServiceMayReadAndWriteTheTopicsOfItsArrows() {
        Set<List<String>> drawn = new HashSet<>();
        arrows.forEach(arrow -> arrow.topic().ifPresent(topic -> {
            drawn.add(List.of(arrow.from(), "Write", topic));
            drawn.add(List.of(arrow.to(), "Read", topic));
        }));
        drawn.removeIf(right -> right.getFirst().equals(KEEPS_DEAD_LETTERS));
        Set<List<String>> allowed = new HashSet<>();
        users().forEach(user -> each(user.at("/spec/authorization/acls"))
                .filter(rule -> rule.at("/resource/type").asText().equals("topic"))
                .filter(rule -> !rule.at("/resource/name").asText().endsWith(".dead"))
                .forEach(rule -> each(rule.path("operations"))
                        .map(JsonNode::asText)
                        .filter(operation -> !operation.equals("Describe"))
                        .forEach(operation -> allowed.add(List.of(
                                name(user), operation, rule.at("/resource/name").asText())))));
        assertThat(allowed).isEqualTo(drawn);
    }

    @Test
    void aReaderMayWriteTheDeadLettersOfItsTopicsAndReadAsItsGroup() {
        assertThat(users()).isNotEmpty().allSatisfy(user -> {
            List<String> read = rights(user, "topic", "Read");
            assertThat(rights(user, "topic", "Write"))
                    .containsAll(read.stream().map(topic -> topic + ".dead").toList());
            assertThat(rights(user, "group", "Read")).isEqualTo(read.isEmpty() ? List.of() : List.of(name(user)));
        });
    }

    private static Stream<JsonNode> arrowPolicies(String overlay) {
        return Manifest.of(overlay).all("NetworkPolicy").filter(policy -> policy.at("/metadata/labels")
                .has("arrow"));
    }

    private static Stream<JsonNode> users() {
        Manifest production = Manifest.of("production");
        return production
                .all("KafkaUser")
                .filter(user -> production.has("Deployment", name(user)))
                .filter(user -> !name(user).equals(KEEPS_DEAD_LETTERS));
    }

    private static List<String> rights(JsonNode user, String type, String operation) {
        return each(user.at("/spec/authorization/acls"))
                .filter(rule -> rule.at("/resource/type").asText().equals(type))
                .filter(rule -> each(rule.path("operations"))
                        .anyMatch(each -> each.asText().equals(operation)))
                .map(rule -> rule.at("/resource/name").asText())
                .toList();
    }

    /** Who calls whom. What is answered to drones goes back the way that they came. */
    private Set<List<String>> calls(Manifest manifest) {
        Set<List<String>> calls = new HashSet<>();
        arrows.stream()
                .filter(arrow -> arrow.topic().isEmpty())
                .filter(arrow -> manifest.has("Deployment", arrow.to()))
                .forEach(arrow -> calls.add(
                        List.of(manifest.has("Deployment", arrow.from()) ? arrow.from() : OUTSIDE, arrow.to())));
        return calls;
    }
}
