package io.dronedelivery.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a service listens, by the settings that all services have in common. */
class ListenAddressTest {
    private static final String ALL_INTERFACES = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ABOVE_THE_CHASSIS = 400;

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod,mutual-tls"})
    void aServiceThatIsInstalledListensOnAllInterfaces(String profile) throws IOException {
        assertListens(config(profile, Map.of()), ALL_INTERFACES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void aServiceThatIsDevelopedListensOnItsMachineAlone(String profile) throws IOException {
        assertListens(config(profile, Map.of()), LOOPBACK);
    }

    @Test
    void oneSettingChangesAllOfIt() throws IOException {
        assertListens(config("prod", Map.of("listen.address", LOOPBACK)), LOOPBACK);
    }

    private static void assertListens(SmallRyeConfig config, String address) {
        assertThat(config.getRawValue("listen.address")).isEqualTo(address);
        assertThat(config.getValue("quarkus.http.host", String.class)).isEqualTo(address);
        assertThat(config.getValue("quarkus.management.host", String.class)).isEqualTo(address);
    }

    private static SmallRyeConfig config(String profile, Map<String, String> own) throws IOException {
        var chassis =
                Objects.requireNonNull(ListenAddressTest.class.getResource("/META-INF/microprofile-config.properties"));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(
                        new PropertiesConfigSource(chassis), new PropertiesConfigSource(own, "own", ABOVE_THE_CHASSIS))
                .build();
    }
}
