package io.dronedelivery.chassis.channel;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** A service is not ready while one of its incoming channels has failed: what it is told, it does not hear. */
@Readiness
@Singleton
class ChannelReadiness implements HealthCheck {
    private final IncomingChannels channels;

    ChannelReadiness(IncomingChannels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("The incoming channels");
        channels.all().forEach((name, channel) -> health.withData(name, channel.description()));
        return health.status(channels.all().values().stream().allMatch(IncomingChannel::runs))
                .build();
    }
}
