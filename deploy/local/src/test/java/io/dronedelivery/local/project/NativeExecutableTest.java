package io.dronedelivery.local.project;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeExecutableTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant BUILT = WRITTEN.plusSeconds(60);
    private static final Instant CHANGED = BUILT.plusSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    @BeforeEach
    void everyServiceIsBuilt() throws IOException {
        write("pom.xml", WRITTEN);
        write("contracts/src/main/java/Topic.java", WRITTEN);
        write("chassis/store/src/main/java/Outbox.java", WRITTEN);
        write("mavlink/src/main/java/Frame.java", WRITTEN);
        for (Service service : Service.values()) {
            write(service.id() + "/src/main/java/Beans.java", WRITTEN);
            Path executable = NativeExecutable.of(root, service).file();
            write(root.relativize(executable).toString(), BUILT);
            executable.toFile().setExecutable(true);
        }
    }

    @Test
    void executablesThatAreNewerThanTheirSourcesAreRun() {
        assertThatCode(() -> ServiceBuild.NATIVE.check(root)).doesNotThrowAnyException();
    }

    @Test
    void anExecutableThatIsMissingOrOlderThanItsSourcesIsRefused() throws IOException {
        write("accounting/src/main/java/Beans.java", CHANGED);
        write("mavlink/src/main/java/Frame.java", CHANGED);
        Files.delete(NativeExecutable.of(root, Service.PACKAGING).file());

        assertRefused("accounting packaging drone");
    }

    @Test
    void aSharedSourceMakesEveryExecutableStale() throws IOException {
        write("chassis/store/src/main/java/Outbox.java", CHANGED);

        assertRefused("ingestion scheduler accounting packaging drone transport delivery supervisor gateway");
    }

    @Test
    void aTestMakesNoExecutableStale() throws IOException {
        write("accounting/src/test/java/BeansTest.java", CHANGED);

        assertThatCode(() -> ServiceBuild.NATIVE.check(root)).doesNotThrowAnyException();
    }

    @Test
    void jarsNeedNoExecutable() throws IOException {
        Files.delete(NativeExecutable.of(root, Service.PACKAGING).file());

        assertThatCode(() -> ServiceBuild.JVM.check(root)).doesNotThrowAnyException();
    }

    private void assertRefused(String services) {
        assertThatThrownBy(() -> ServiceBuild.NATIVE.check(root))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("./dronectl native " + services);
    }

    private void write(String file, Instant at) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(at));
    }
}
