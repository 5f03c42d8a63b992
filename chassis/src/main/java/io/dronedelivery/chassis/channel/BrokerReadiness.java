package io.dronedelivery.chassis.channel;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A service is not ready while the broker does not answer. Quarkus's own check waits for as long as a frozen broker is
 * silent; this one says so after a moment.
 */
@Readiness
@Singleton
class BrokerReadiness implements AsyncHealthCheck {
    private static final String NAME = "The broker";

    private final BrokerAdmin broker;

    BrokerReadiness(BrokerAdmin broker) {
        this.broker = broker;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(
                        () -> broker.client().describeCluster().clusterId().toCompletionStage())
                .map(_ -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
