package io.dronedelivery.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void theCommandLineIsRead() {
        Options options = Options.of(
                "--gateway",
                "http://localhost:8080",
                "--tokens",
                "tokens.json",
                "--seed",
                "7",
                "--state",
                "drones.json");

        assertThat(options)
                .isEqualTo(new Options(
                        URI.create("http://localhost:8080"), Path.of("tokens.json"), 7, Path.of("drones.json")));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheUsage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--seed", "7"))
                .withMessageContaining("--gateway");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--gateway", "http://localhost:8080", "--state", "drones.json"))
                .withMessageContaining("--tokens");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--fast", "7"))
                .withMessageContaining("--fast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--gateway"))
                .withMessageContaining("value");
    }
}
