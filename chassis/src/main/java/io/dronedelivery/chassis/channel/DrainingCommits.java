package io.dronedelivery.chassis.channel;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/** Makes the commit strategy of each channel, <code>commit-strategy=draining</code>: one around SmallRye's own. */
@Singleton
@Identifier("draining")
class DrainingCommits implements KafkaCommitHandler.Factory {
    private final KafkaCommitHandler.Factory throttled;
    private final Intake intake;

    DrainingCommits(
            @Identifier(KafkaCommitHandler.Strategy.THROTTLED) KafkaCommitHandler.Factory throttled, Intake intake) {
        this.throttled = throttled;
        this.intake = intake;
    }

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new DrainingCommit(
                vertx,
                config.getChannel(),
                throttled.create(config, vertx, consumer, reportFailure),
                intake.recordsInHand());
    }
}
