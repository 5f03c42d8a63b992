package io.dronedelivery.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;

/** The connection of the relay is made by the same settings as those of the pool. */
@QuarkusTest
class RelaySessionsTest {
    private final RelaySessions sessions;

    RelaySessionsTest(RelaySessions sessions) {
        this.sessions = sessions;
    }

    @Test
    void theSettingsOfThePoolHoldForTheRelayToo() {
        PgConnectOptions options = sessions.options();

        assertThat(options.getSslMode()).isEqualTo(SslMode.PREFER);
        assertThat(options.getUser()).isEqualTo("delivery");
        assertThat(options.getProperties()).containsKey("idle_session_timeout");
    }
}
