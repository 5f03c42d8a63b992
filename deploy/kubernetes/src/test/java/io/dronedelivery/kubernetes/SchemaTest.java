package io.dronedelivery.kubernetes;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.certmanager.api.model.v1.Certificate;
import io.fabric8.certmanager.api.model.v1.Issuer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.BackendTLSPolicy;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each object has only fields that its kind has, of the right types. */
class SchemaTest {
    private static final Map<String, Class<?>> MODELS = Stream.of(
                    BackendTLSPolicy.class,
                    Certificate.class,
                    ConfigMap.class,
                    Deployment.class,
                    Gateway.class,
                    HTTPRoute.class,
                    Ingress.class,
                    Issuer.class,
                    Job.class,
                    Kafka.class,
                    KafkaNodePool.class,
                    KafkaTopic.class,
                    KafkaUser.class,
                    Namespace.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    PodMonitor.class,
                    PrometheusRule.class,
                    Secret.class,
                    Service.class,
                    ServiceAccount.class,
                    StatefulSet.class)
            .collect(toMap(SchemaTest::kind, model -> model));

    /** No library has a model of these. The API server checks them: see "verify". */
    private static final Set<String> WITHOUT_MODEL = Set.of(
            "keda.sh/v1alpha1 ScaledObject",
            "keda.sh/v1alpha1 TriggerAuthentication",
            "postgresql.cnpg.io/v1 Cluster",
            "postgresql.cnpg.io/v1 Database",
            "postgresql.cnpg.io/v1 ScheduledBackup");

    /** Unlike the models' own, this one has no place for fields that a model does not have. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "canary", "restore"})
    void anObjectHasOnlyTheFieldsOfItsKind(String overlay) {
        holds(Manifest.of(overlay));
    }

    @Test
    void soHasOneOfTheExample() {
        holds(Manifest.in("public-gateway.yaml"));
    }

    private static void holds(Manifest manifest) {
        assertThat(manifest.objects()).isNotEmpty().allSatisfy(object -> {
            String kind = object.path("apiVersion").asText() + " "
                    + object.path("kind").asText();
            if (!WITHOUT_MODEL.contains(kind)) {
                assertThat(MODELS).containsKey(kind);
                assertThatCode(() -> STRICT.treeToValue(object, MODELS.get(kind)))
                        .as(kind + " " + Manifest.name(object))
                        .doesNotThrowAnyException();
            }
        });
    }

    private static String kind(Class<? extends HasMetadata> model) {
        return HasMetadata.getApiVersion(model) + " " + HasMetadata.getKind(model);
    }
}
