package io.dronedelivery.kubernetes;

import static io.dronedelivery.kubernetes.Manifest.containers;
import static io.dronedelivery.kubernetes.Manifest.name;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every pod has, whatever it runs. */
class PodPolicyTest {
    private static final List<String> LIMITED =
            List.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory");
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "canary"})
    void aContainerHasRequestsAndLimits(String overlay) {
        assertThat(Manifest.of(overlay).workloads().flatMap(Manifest::containers))
                .isNotEmpty()
                .allSatisfy(container -> assertThat(LIMITED)
                        .allMatch(
                                limit -> !container.path("resources").at(limit).isMissingNode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "canary"})
    void aPodIsRestrictedAndHasNoToken(String overlay) {
        assertThat(Manifest.of(overlay).workloads()).allSatisfy(workload -> {
            JsonNode pod = workload.at("/spec/template/spec");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(containers(workload)).allSatisfy(container -> {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "canary"})
    void aPodThatStaysIsProbedAServiceAtItsManagementPort(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(manifest.of(List.of("Deployment", "StatefulSet")).flatMap(Manifest::containers))
                .allMatch(container -> PROBES.stream().allMatch(container::has));
        assertThat(manifest.all("Deployment").flatMap(Manifest::containers)).allSatisfy(container -> {
            JsonNode management = References.port(container, "management").orElseThrow();
            assertThat(PROBES)
                    .allMatch(probe -> container.path(probe).at("/httpGet/port").equals(management));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "canary"})
    void aServiceIsSpreadOverZonesAndEndsInOrder(String overlay) {
        assertThat(Manifest.of(overlay).all("Deployment")).allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.path("topologySpreadConstraints").findValuesAsText("topologyKey"))
                    .contains("topology.kubernetes.io/zone");
            int preStop =
                    pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
            assertThat(preStop).isPositive();
            assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(preStop + 2);
        });
    }

    @Test
    void theCanaryIsAnotherVersionOfTheSameImage() {
        String canary = image("canary");
        String stable = image("production");
        assertThat(canary.replaceAll(":[^:/]*$", "")).isEqualTo(stable.replaceAll(":[^:/]*$", ""));
        assertThat(canary).isNotEqualTo(stable);
    }

    /** The image of ingestion, of which the overlay "canary" has a second version. */
    private static String image(String overlay) {
        return Manifest.of(overlay)
                .all("Deployment")
                .filter(deployment -> name(deployment).startsWith("ingestion"))
                .flatMap(Manifest::containers)
                .findFirst()
                .orElseThrow()
                .path("image")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void aMigrationIsOfTheVersionThatIsRolledOutAndNamedForIt(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        List<JsonNode> migrations = manifest.all("Job")
                .filter(job -> name(job).contains("-migration-"))
                .toList();
        assertThat(migrations)
                .extracting(job -> name(job).replaceAll("-.*", ""))
                .hasSameElementsAs(manifest.all("Deployment")
                        .filter(deployment -> deployment.at("/metadata/labels").has("database"))
                        .map(Manifest::name)
                        .toList());
        assertThat(migrations).allSatisfy(job -> {
            String image =
                    containers(job).findFirst().orElseThrow().path("image").asText();
            assertThat(name(job)).endsWith("-migration-" + image.replaceAll(".*:", ""));
            assertThat(manifest.all("Deployment").flatMap(Manifest::containers))
                    .extracting(container -> container.path("image").asText())
                    .contains(image);
        });
    }
}
