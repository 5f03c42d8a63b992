package io.dronedelivery.kubernetes;

import static io.dronedelivery.kubernetes.Manifest.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The overlay that brings the databases back from their backups. */
class RestoreTest {
    private final Manifest restore = Manifest.of("restore");
    private final Manifest production = Manifest.of("production");

    @Test
    void theDatabasesBeginWithTheBackupsOfProduction() {
        JsonNode source = source();
        JsonNode store = cluster(production).at("/spec/backup/barmanObjectStore");
        assertThat(source.path("destinationPath")).isEqualTo(store.path("destinationPath"));
        assertThat(source.path("s3Credentials")).isEqualTo(store.path("s3Credentials"));
        assertThat(source.path("serverName").asText())
                .isEqualTo(store.path("serverName").asText(Manifest.name(cluster(production))));
    }

    @Test
    void theirOwnBackupsGoElsewhere() {
        JsonNode own = cluster(restore).at("/spec/backup/barmanObjectStore");
        assertThat(own.path("destinationPath")).isEqualTo(source().path("destinationPath"));
        assertThat(own.path("serverName").asText())
                .isNotBlank()
                .isNotEqualTo(source().path("serverName").asText());
    }

    @Test
    void allElseIsAsInProduction() {
        assertThat(others(restore)).containsExactlyElementsOf(others(production));
        ObjectNode spec = withoutServerName(restore);
        spec.remove(List.of("bootstrap", "externalClusters"));
        assertThat(spec).isEqualTo(withoutServerName(production));
    }

    /** What a Cluster is told, but for the name of its own backups: production has one once it was restored. */
    private static ObjectNode withoutServerName(Manifest manifest) {
        ObjectNode spec = cluster(manifest).path("spec").deepCopy();
        ((ObjectNode) spec.at("/backup/barmanObjectStore")).remove("serverName");
        return spec;
    }

    /** The backups that it begins with. */
    private JsonNode source() {
        JsonNode spec = cluster(restore).path("spec");
        String name = spec.at("/bootstrap/recovery/source").asText();
        return each(spec.path("externalClusters"))
                .filter(cluster -> cluster.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("barmanObjectStore");
    }

    private static JsonNode cluster(Manifest manifest) {
        return manifest.all("Cluster").findFirst().orElseThrow();
    }

    private static List<JsonNode> others(Manifest manifest) {
        return manifest.objects().stream()
                .filter(object -> !object.path("kind").asText().equals("Cluster"))
                .toList();
    }
}
