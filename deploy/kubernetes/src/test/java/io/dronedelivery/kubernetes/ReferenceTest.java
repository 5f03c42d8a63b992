package io.dronedelivery.kubernetes;

import static io.dronedelivery.kubernetes.Manifest.name;
import static io.dronedelivery.kubernetes.Manifest.selects;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.testing.infrastructure.TopicSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an object names is there. */
class ReferenceTest {
    private static final Set<String> TOPICS =
            Set.copyOf(Topic.definitions().stream().map(Topic.Definition::name).toList());

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void aPodHasItsSecretsConfigurationAndAccount(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        Set<String> secrets = References.madeSecrets(manifest);
        Set<References.Key> keys = References.madeKeys(manifest);
        assertThat(manifest.workloads()).isNotEmpty().allSatisfy(workload -> {
            assertThat(References.secrets(workload)).isSubsetOf(secrets);
            assertThat(References.secretKeys(workload)).isSubsetOf(keys);
            assertThat(References.configMaps(workload)).allMatch(map -> manifest.has("ConfigMap", map));
            String account =
                    workload.at("/spec/template/spec/serviceAccountName").asText("");
            assertThat(account.isEmpty() || manifest.has("ServiceAccount", account))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void aServiceHasPodsWithItsPorts(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(manifest.all("Service")
                        .filter(service -> service.path("spec").has("selector")))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(manifest.selected(service.at("/spec/selector")))
                        .as(name(service))
                        .hasSize(1)
                        .allMatch(workload -> References.hasPorts(workload, service.at("/spec/ports"), "targetPort")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void anotherServiceIsCalledByThePortAndNameOfItsService(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        JsonNode configuration = manifest.all("ConfigMap")
                .filter(map -> name(map).startsWith("services"))
                .findFirst()
                .orElseThrow()
                .path("data");
        assertThat(configuration.properties())
                .filteredOn(variable -> variable.getKey().matches("SERVICES_.*_URL"))
                .hasSize((int) manifest.all("Deployment").count())
                .allSatisfy(variable -> {
                    String[] url = variable.getValue().asText().split("://");
                    assertThat(manifest.all("Service")
                                    .filter(service -> name(service).equals(url[1])))
                            .flatMap(service -> service.at("/spec/ports").findValuesAsText("name"))
                            .contains(url[0]);
                });
    }

    @Test
    void aDisruptionBudgetIsOfOneServiceAndEachServiceHasOne() {
        Manifest production = Manifest.of("production");
        assertThat(production.all("Deployment")).isNotEmpty().allSatisfy(deployment -> assertThat(production
                        .all("PodDisruptionBudget")
                        .filter(budget -> selects(budget.at("/spec/selector/matchLabels"), deployment)))
                .extracting(Manifest::name)
                .containsExactly(name(deployment)));
    }

    @Test
    void aScalerHasItsDeploymentTopicAndAccess() {
        Manifest production = Manifest.of("production");
        assertThat(production.all("ScaledObject")).hasSize(5).allSatisfy(scaler -> {
            assertThat(production.has(
                            "Deployment", scaler.at("/spec/scaleTargetRef/name").asText()))
                    .isTrue();
            assertThat(scaler.findValuesAsText("topic")).isSubsetOf(TOPICS);
            assertThat(scaler.findValuesAsText("consumerGroup")).allMatch(group -> group.startsWith(name(scaler)));
            assertThat(scaler.findValues("authenticationRef"))
                    .allMatch(access -> production.has(
                            "TriggerAuthentication", access.path("name").asText()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "restore"})
    void whatAnOperatorIsToReadIsInASecret(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(References.operatorsKeys(manifest)).isNotEmpty().isSubsetOf(References.madeKeys(manifest));
        assertThat(manifest.all("Cluster").flatMap(cluster -> cluster.findValues("passwordSecret").stream()))
                .isNotEmpty()
                .extracting(secret -> secret.path("name").asText())
                .isSubsetOf(References.madeSecrets(manifest));
    }

    @Test
    void theMetricsOfEachServiceAreReadAtAPortThatItsPodsHave() {
        Manifest production = Manifest.of("production");
        List<JsonNode> services = production.all("Deployment").toList();
        assertThat(production.all("PodMonitor")).hasSize(1).allSatisfy(monitor -> assertThat(
                        production.selected(monitor.at("/spec/selector/matchLabels")))
                .containsExactlyInAnyOrderElementsOf(services)
                .allMatch(service -> References.hasPorts(service, monitor.at("/spec/podMetricsEndpoints"), "port")));
    }

    @Test
    void aDatabaseHasItsRoleAndClusterAndACertificateItsIssuer() {
        Manifest production = Manifest.of("production");
        JsonNode cluster = production.all("Cluster").findFirst().orElseThrow();
        List<String> roles = cluster.at("/spec/managed/roles").findValuesAsText("name");
        assertThat(production.all("Database")).isNotEmpty().allSatisfy(database -> {
            assertThat(roles).contains(database.at("/spec/owner").asText());
            assertThat(production.has("Deployment", database.at("/spec/name").asText()))
                    .isTrue();
            assertThat(production.has(
                            "Cluster", database.at("/spec/cluster/name").asText()))
                    .isTrue();
        });
        assertThat(production.all("Certificate"))
                .isNotEmpty()
                .allMatch(certificate -> production.has(
                        "Issuer", certificate.at("/spec/issuerRef/name").asText()));
    }

    @Test
    void eachTopicOfTheContractsIsThereInBothWorlds() {
        assertThat(Manifest.of("production").all("KafkaTopic"))
                .extracting(topic -> List.<Object>of(
                        name(topic),
                        topic.at("/spec/partitions").asInt(),
                        topic.at("/spec/replicas").asInt(),
                        settings(topic.at("/spec/config"))))
                .containsExactlyInAnyOrderElementsOf(Topic.definitions().stream()
                        .map(topic -> {
                            TreeMap<String, String> settings = new TreeMap<>(TopicSettings.of(topic));
                            settings.put("min.insync.replicas", "2");
                            return List.<Object>of(topic.name(), topic.partitions(), 3, settings);
                        })
                        .toList());
        JsonNode list = Manifest.of("dev")
                .all("ConfigMap")
                .filter(map -> name(map).equals("topics"))
                .findFirst()
                .orElseThrow();
        assertThat(list.at("/data/topics").asText().lines())
                .containsExactlyElementsOf(Topic.definitions().stream()
                        .map(topic -> "--topic %s --partitions %d %s"
                                .formatted(
                                        topic.name(),
                                        topic.partitions(),
                                        TopicSettings.of(topic).entrySet().stream()
                                                .map(setting -> "--config " + setting)
                                                .collect(joining(" "))))
                        .toList());
    }

    private static TreeMap<String, String> settings(JsonNode config) {
        TreeMap<String, String> settings = new TreeMap<>();
        config.properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return settings;
    }
}
