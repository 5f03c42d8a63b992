package io.dronedelivery.local.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarkusBuildTest {
    @Test
    void generatedClassesComeBeforeTheOriginalOnes(@TempDir Path module) throws IOException {
        for (String jar :
                new String[] {"lib/main/b.jar", "lib/main/a.jar", "app/drone.jar", "quarkus/generated-bytecode.jar"}) {
            Path file = module.resolve("target/quarkus-app").resolve(jar);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        Files.createFile(module.resolve("target/quarkus-app/lib/main/notes.txt"));

        String[] entries = QuarkusBuild.of(module).classPath().split(File.pathSeparator);

        assertThat(entries)
                .extracting(entry -> Path.of(entry).getFileName().toString())
                .containsExactly("generated-bytecode.jar", "drone.jar", "a.jar", "b.jar");
    }
}
