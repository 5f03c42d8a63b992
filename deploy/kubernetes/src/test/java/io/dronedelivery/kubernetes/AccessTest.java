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

/** Each service can check tokens, and has its own and nobody else's. */
class AccessTest {
    private static final String CARRIERS_FILE = "OVERLAND_TOKEN_FILE";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "canary"})
    void aServiceKnowsWhoseTokensAreGoodAndWhereTheSystemIs(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(manifest.all("Deployment")).isNotEmpty().allSatisfy(service -> {
            Environment environment = Environment.of(service, manifest);
            assertThat(environment.values())
                    .as(name(service))
                    .containsKeys(
                            "ACCESS_KEYS",
                            "MP_JWT_VERIFY_ISSUER",
                            "MP_JWT_VERIFY_AUDIENCES",
                            "PUBLIC_URL",
                            "SERVICES_GATEWAY_URL");
        });
    }

    @Test
    void theKeysAreInAFileOfTheSecretOfEachService() {
        Manifest dev = Manifest.of("dev");
        assertThat(dev.all("Deployment")).isNotEmpty().allSatisfy(service -> assertThat(
                        file(service, dev, "ACCESS_KEYS"))
                .containsExactly(new References.Key(name(service) + "-access", "keys.json"))
                .isSubsetOf(References.madeKeys(dev)));
    }

    @Test
    void theKeysAreWithTheProviderWhomServicesMayAsk() {
        Manifest production = Manifest.of("production");
        List<JsonNode> services = production.all("Deployment").toList();
        assertThat(services).isNotEmpty().allSatisfy(service -> {
            Environment environment = Environment.of(service, production);
            String issuer = environment.value("MP_JWT_VERIFY_ISSUER");
            assertThat(URI.create(issuer)).hasScheme("https").hasNoPort();
            assertThat(environment.value("ACCESS_KEYS")).startsWith(issuer + "/");
            assertThat(environment.value("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL")).isEqualTo(issuer);
        });
        JsonNode policy = production
                .all("NetworkPolicy")
                .filter(each -> name(each).equals("services-may-ask-the-provider"))
                .findFirst()
                .orElseThrow();
        assertThat(production.selected(policy.at("/spec/podSelector/matchLabels")))
                .containsAll(services);
        assertThat(policy.at("/spec/egress/0/ports").findValuesAsText("port")).containsExactly("443");
    }

    @Test
    void aServiceReadsItsOwnTokenFromItsOwnSecret() {
        Manifest dev = Manifest.of("dev");
        assertThat(dev.all("Deployment")).isNotEmpty().allSatisfy(service -> assertThat(
                        file(service, dev, "ACCESS_SERVICE_TOKEN_FILE"))
                .containsExactly(new References.Key(name(service) + "-access", "service.token"))
                .isSubsetOf(References.madeKeys(dev)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "canary"})
    void aServiceAsksTheProviderAsItselfByTheSecretOfItsOwnClient(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        assertThat(manifest.all("Deployment")).isNotEmpty().allSatisfy(deployment -> {
            Environment environment = Environment.of(deployment, manifest);
            String service = service(deployment);
            assertThat(environment.value("QUARKUS_OIDC_CLIENT_CLIENT_ENABLED")).isEqualTo("true");
            assertThat(environment
                            .source("QUARKUS_OIDC_CLIENT_CLIENT_ID", "fieldRef")
                            .path("fieldPath")
                            .asText())
                    .isEqualTo("metadata.labels['app.kubernetes.io/name']");
            JsonNode secret = environment.source("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", "secretKeyRef");
            assertThat(secret.path("name").asText()).isEqualTo(service + "-client");
            assertThat(secret.path("key").asText()).isEqualTo("secret");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "canary"})
    void noPodHasTheTokenOfAnother(String overlay) {
        assertThat(Manifest.of(overlay).workloads()).isNotEmpty().allSatisfy(workload -> assertThat(tokens(workload))
                .as(name(workload))
                .isSubsetOf(service(workload) + "-access", service(workload) + "-client"));
        assertThat(Manifest.of(overlay).all("Job"))
                .allSatisfy(job -> assertThat(tokens(job)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void transportAloneHasTheTokenOfTheSimulatedCarrier(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        Set<References.Key> carriers = Set.of(
                new References.Key("transport-access", "overland.token"),
                new References.Key("overland-token", "overland.token"));
        assertThat(manifest.all("Deployment")).isNotEmpty().allSatisfy(service -> {
            List<References.Key> read = file(service, manifest, CARRIERS_FILE)
                    .filter(References.madeKeys(manifest)::contains)
                    .toList();
            if (name(service).equals("transport")) {
                assertThat(read).hasSize(1).isSubsetOf(carriers);
            } else {
                assertThat(read).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "canary"})
    void whatIsReadIsMountedWholeSoThatItIsRenewedAndCanNotBeWritten(String overlay) {
        assertThat(Manifest.of(overlay)
                        .all("Deployment")
                        .flatMap(Manifest::containers)
                        .flatMap(container -> each(container.path("volumeMounts")))
                        .filter(mount -> mount.path("name").asText().equals("access")))
                .allSatisfy(mount -> {
                    assertThat(mount.path("readOnly").asBoolean()).isTrue();
                    assertThat(mount.has("subPath")).isFalse();
                });
    }

    private static String service(JsonNode workload) {
        return workload.at("/spec/template/spec/containers/0/name").asText();
    }

    /** The Secrets of a workload that have tokens, or what one gets tokens for. */
    private static Stream<String> tokens(JsonNode workload) {
        return References.secrets(workload).filter(secret -> secret.endsWith("-access") || secret.endsWith("-client"));
    }

    /** The keys of Secrets that are mounted as the file which a variable names. */
    private static Stream<References.Key> file(JsonNode workload, Manifest manifest, String variable) {
        String file = Environment.of(workload, manifest).value(variable);
        JsonNode pod = workload.at("/spec/template/spec");
        return each(pod.at("/containers/0/volumeMounts"))
                .filter(mount -> file.startsWith(mount.path("mountPath").asText() + "/"))
                .flatMap(mount -> each(pod.path("volumes"))
                        .filter(volume -> volume.path("name").equals(mount.path("name")))
                        .map(volume -> new References.Key(
                                volume.at("/secret/secretName").asText(),
                                file.substring(mount.path("mountPath").asText().length() + 1))));
    }
}
