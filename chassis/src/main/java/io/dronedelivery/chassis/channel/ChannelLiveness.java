package io.dronedelivery.chassis.channel;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A service is not live once a channel has failed so often in a row that beginning it anew does not help: whoever watches
 * the process starts it again. That also frees what the connector keeps of each consumer that has ended.
 */
@Liveness
@Singleton
class ChannelLiveness implements HealthCheck {
    private final IncomingChannels channels;

    ChannelLiveness(IncomingChannels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("The incoming channels")
                .status(channels.all().values().stream().noneMatch(IncomingChannel::isHopeless))
                .build();
    }
}
