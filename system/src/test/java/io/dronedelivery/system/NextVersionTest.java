package io.dronedelivery.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The patch that makes the next version, to which <code>deploy/local/rolling-upgrade</code> upgrades. */
class NextVersionTest {
    private static final Path PATCH = Repository.ROOT.resolve("deploy/local/next-version.patch");
    private static final Pattern MIGRATION = Pattern.compile("/db/migration/V(\\d+)__");

    @Test
    void itsPatchApplies() throws IOException, InterruptedException {
        assumeThat(Pattern.compile(File.pathSeparator).splitAsStream(System.getenv("PATH")))
                .as("needs the program patch")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "patch")));
        Process patch = new ProcessBuilder("patch", "--dry-run", "--force", "-p1")
                .directory(Repository.ROOT.toFile())
                .redirectInput(PATCH.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(patch.getInputStream().readAllBytes(), UTF_8);

        assertThat(patch.waitFor()).as(printed).isZero();
    }

    @Test
    void itsMigrationIsTheNextOne() throws IOException {
        String patch = Repository.text(PATCH);
        try (Stream<Path> files = Files.list(Repository.ROOT.resolve("delivery/src/main/resources/db/migration"))) {
            String names = files.map(Path::toString).collect(joining("\n"));

            assertThat(version(patch)).isEqualTo(version(names) + 1);
        }
    }

    /** The highest version of a migration of delivery's database that a text names. */
    private static int version(String text) {
        return MIGRATION
                .matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElseThrow();
    }
}
