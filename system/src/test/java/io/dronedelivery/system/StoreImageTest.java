package io.dronedelivery.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that stands for <code>docker</code> where Jib builds an image. */
class StoreImageTest {
    private final Path images;

    StoreImageTest(@TempDir Path folder) {
        this.images = folder.resolve("images");
    }

    @Test
    void whatDockerWouldLoadIsStoredAsAFile() throws IOException, InterruptedException {
        Process load = start("load");
        load.getOutputStream().write("layers".getBytes(UTF_8));
        load.getOutputStream().close();

        assertThat(load.waitFor()).isZero();
        assertThat(images).isDirectoryContaining(file -> file.endsWith("packaging.tar"));
        assertThat(images.resolve("packaging.tar")).hasContent("layers");
    }

    @Test
    void jibIsToldForWhichSystemItBuilds() throws IOException, InterruptedException {
        Process info = start("info", "-f", "{{json .}}");
        Map<?, ?> told = Json.read(info.getInputStream().readAllBytes(), Map.class);

        assertThat(info.waitFor()).isZero();
        assertThat(told.get("OSType")).isEqualTo("linux");
    }

    @Test
    void whatItDoesNotKnowItRefuses() throws IOException, InterruptedException {
        assertThat(start("inspect").waitFor()).isNotZero();
        assertThat(images).doesNotExist();
    }

    private Process start(String... arguments) throws IOException {
        ProcessBuilder script = new ProcessBuilder(new ArrayList<>(List.of(arguments)));
        script.command()
                .addFirst(Repository.ROOT.resolve("deploy/images/store-image").toString());
        script.environment().putAll(Map.of("IMAGES", images.toString(), "IMAGE", "packaging"));
        return script.start();
    }
}
