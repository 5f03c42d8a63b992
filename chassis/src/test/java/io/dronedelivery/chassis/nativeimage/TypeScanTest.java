package io.dronedelivery.chassis.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.calls.DownstreamsResource;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeScanTest {
    private static final String POSITION = Position.class.getName().replace('.', '/') + ".class";

    @Test
    void recordsEnumsFamiliesPackagesAndResourcesAreFoundAndNothingElse() {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();

        assertThat(TypeScan.of(classPath))
                .contains(
                        Position.class.getName(),
                        Refusal.class.getName(),
                        Topic.Retention.class.getName(),
                        DeliveryRequest.class.getName(),
                        ScheduleDelivery.class.getName(),
                        DownstreamsResource.class.getName(),
                        "io.dronedelivery.contracts.package-info")
                .doesNotContain(Json.class.getName(), TypeScan.class.getName())
                .allMatch(name -> name.startsWith("io.dronedelivery."));
    }

    @Test
    void aJarIsReadAsAFolderIsAndOtherFilesArePassedOver(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("types.jar");
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            copyPosition(inside.getPath("/"));
        }
        copyPosition(folder);
        Path text = Files.writeString(folder.resolve("notes.txt"), "no jar");
        Path missing = folder.resolve("missing.jar");

        assertThat(TypeScan.of(List.of(jar, text, missing))).containsExactly(Position.class.getName());
        assertThat(TypeScan.of(List.of(folder))).containsExactly(Position.class.getName());
    }

    private static void copyPosition(Path to) throws IOException {
        Path target = to.resolve(POSITION);
        Files.createDirectories(target.getParent());
        try (var bytes = Objects.requireNonNull(Position.class.getResourceAsStream("/" + POSITION))) {
            Files.copy(bytes, target);
        }
    }
}
