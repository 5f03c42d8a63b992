package io.dronedelivery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.local.cli.DroneCtl;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
    private static final int OK = 0;
    private static final int USAGE_ERROR = 2;

    private final StringWriter shown = new StringWriter();
    private final CommandLine dronectl =
            DroneCtl.commands(new Bench()).setOut(new PrintWriter(shown)).setErr(new PrintWriter(shown));

    @Test
    void itsHelpTellsWhatCanBeMeasured() {
        assertThat(dronectl.execute("bench", "--help")).isEqualTo(OK);
        assertThat(shown.toString())
                .contains(
                        "workflow",
                        "accept",
                        "telemetry",
                        "growth",
                        "status",
                        "invoice",
                        "idle",
                        "footprint",
                        "all",
                        ".local/bench");
    }

    @Test
    void theHelpOfTheWorkflowTellsTheBounds() {
        assertThat(dronectl.execute("bench", "workflow", "--help")).isEqualTo(OK);
        assertThat(shown.toString()).contains("--rounds=N", "1 to 50", "--in-flight=N", "1 to 1000", "Default: 64");
    }

    @Test
    void whatToMeasureHasToBeSaid() {
        assertThat(dronectl.execute("bench")).isEqualTo(USAGE_ERROR);
        assertThat(shown.toString()).contains("Missing required subcommand");
    }

    @Test
    void valuesOutOfBoundsAreRefusedBeforeAnythingIsStarted() {
        assertThat(dronectl.execute("bench", "workflow", "--rounds", "0")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "workflow", "--in-flight", "1001")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "workflow", "--warm-up", "0")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "workflow", "--flights", "21")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "accept", "--while", "-1")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "status", "--warm-up", "0")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "invoice", "--warm-up", "3601")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "telemetry", "--active", "399")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "telemetry", "--positions", "61")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "growth", "--past", "0")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "idle", "--settle", "-1")).isEqualTo(USAGE_ERROR);
        assertThat(dronectl.execute("bench", "footprint", "--seconds", "4")).isEqualTo(USAGE_ERROR);
        assertThat(shown.toString()).contains("--rounds must be from 1 to 50, but is 0");
    }

    @Test
    void everythingThatIsMeasuredTogetherIsACommandWithOptionsThatItHas() {
        assertThat(All.MEASUREMENTS)
                .allSatisfy(measurement -> assertThat(dronectl.parseArgs(All.arguments(measurement, Path.of("folder")))
                                .asCommandLineList())
                        .extracting(CommandLine::getCommandName)
                        .containsExactly("dronectl", "bench", measurement.getFirst()));
    }
}
