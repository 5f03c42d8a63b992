package io.dronedelivery.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aResultIsWrittenAsJsonAndAsAPlotWithTheMachineInBoth() throws IOException {
        Machine machine = new Machine(2, 24_000, "Linux", "25");
        Report report =
                new Report("bench idle", machine, List.of(), List.of(Comparison.of("idle", "cores", 0.3)), List.of());

        Path json = new ResultFiles(folder.resolve("results")).write("idle", report);

        assertThat(json.getFileName().toString()).matches("[0-9]{8}-[0-9]{6}-idle\\.json");
        assertThat(Files.readString(json)).contains("\"cores\":2", "\"ours\":0.3");
        Path plot = json.resolveSibling(json.getFileName().toString().replace(".json", ".svg"));
        assertThat(Files.readString(plot)).startsWith("<svg").contains("2 cores, 24,000 MiB");
    }
}
