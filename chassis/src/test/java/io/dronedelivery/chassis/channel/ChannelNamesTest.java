package io.dronedelivery.chassis.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelNamesTest {
    private final ChannelNames names = new ChannelNames();

    @Test
    void aChannelIsNamedForItsTopic() {
        assertThat(names.getValue("mp.messaging.incoming.delivery-events.topic"))
                .isEqualTo("delivery.events");
        assertThat(names.getValue("mp.messaging.outgoing.delivery-requests-out.topic"))
                .isEqualTo("delivery.requests");
    }

    @Test
    void deadLettersLieBesideTheirTopic() {
        assertThat(names.getValue("mp.messaging.incoming.drone-telemetry.dead-letter-queue.topic"))
                .isEqualTo("drone.telemetry.dead");
    }

    @Test
    void itSaysNothingOfAnythingElse() {
        assertThat(names.getValue("mp.messaging.incoming.drone-telemetry.connector"))
                .isNull();
        assertThat(names.getPropertyNames()).isEmpty();
    }
}
