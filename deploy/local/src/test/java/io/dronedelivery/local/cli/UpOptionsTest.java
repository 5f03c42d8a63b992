package io.dronedelivery.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.local.project.ServiceBuild;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class UpOptionsTest {
    @Test
    void theRuntimeIsToldWhatTheCommandWasTold() {
        UpOptions told = parsed(List.of("--time-scale", "20", "--durable", "--native"));

        UpOptions passedOn = parsed(told.arguments());

        assertThat(passedOn.timeScale()).isEqualTo(20);
        assertThat(passedOn.durable()).isTrue();
        assertThat(passedOn.build()).isEqualTo(ServiceBuild.NATIVE);
    }

    @Test
    void servicesRunInAJvmUnlessToldOtherwise() {
        UpOptions usual = parsed(List.of());

        assertThat(usual.build()).isEqualTo(ServiceBuild.JVM);
        assertThat(parsed(usual.arguments()).build()).isEqualTo(ServiceBuild.JVM);
    }

    private static UpOptions parsed(List<String> arguments) {
        return CommandLine.populateCommand(new UpOptions(), arguments.toArray(String[]::new));
    }
}
