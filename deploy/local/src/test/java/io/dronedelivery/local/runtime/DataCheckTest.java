package io.dronedelivery.local.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.DataCheck.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {
    private final Project project;
    private final DataCheck check;

    DataCheckTest(@TempDir Path folder) {
        this.project = new Project(folder, folder);
        this.check = new DataCheck(project);
    }

    @Test
    void aNewSystemStartsEmpty() {
        assertThatCode(check::check).doesNotThrowAnyException();
    }

    @Test
    void aSystemStartsWithItsOwnData() throws IOException {
        storeInKafka("own");
        check.remember(Store.KAFKA);

        assertThatCode(() -> new DataCheck(project).check()).doesNotThrowAnyException();
    }

    @Test
    void aStoreWhoseDataAreLostDoesNotStartEmpty() throws IOException {
        storeInKafka("own");
        check.remember(Store.KAFKA);
        StoredData.delete(project.kafka());

        assertThatThrownBy(() -> check.check(Store.KAFKA))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the data of kafka are lost")
                .hasMessageContaining("./dronectl restore");
        assertThatCode(() -> check.check(Store.POSTGRESQL)).doesNotThrowAnyException();
    }

    @Test
    void theDataOfAnotherSystemAreNotTaken() throws IOException {
        storeInKafka("own");
        check.remember(Store.KAFKA);
        storeInKafka("another");

        assertThatThrownBy(check::check)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the data of kafka are those of another system");
    }

    @Test
    void afterAResetItStartsEmptyAgain() throws IOException {
        storeInKafka("own");
        check.remember(Store.KAFKA);

        StoredData.delete(project);

        assertThatCode(check::check).doesNotThrowAnyException();
    }

    private void storeInKafka(String cluster) throws IOException {
        Path data = Files.createDirectories(project.kafka().resolve("data"));
        Files.writeString(data.resolve("meta.properties"), "cluster.id=" + cluster + "\n");
    }
}
