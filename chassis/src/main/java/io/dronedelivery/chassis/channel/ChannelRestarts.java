package io.dronedelivery.chassis.channel;

import io.dronedelivery.chassis.retry.Backoff;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.PublisherDecorator;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaConsumer;
import io.smallrye.reactive.messaging.providers.impl.ConnectorConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;
import org.jboss.logging.Logger;

/**
 * Begins an incoming channel anew that has failed, with another Kafka consumer, after pauses that double. SmallRye ends a
 * channel for good; its consumer goes on from what was committed last. Whoever consumes the channel does not notice.
 */
@Singleton
class ChannelRestarts implements PublisherDecorator {
    private static final Logger log = Logger.getLogger(ChannelRestarts.class);
    private static final int BEFORE_ALL_OTHERS = 0;

    private final KafkaConnector connector;
    private final IncomingChannels channels;
    private final Config config;
    private volatile boolean stopping;

    ChannelRestarts(
            @Connector(KafkaConnector.CONNECTOR_NAME) KafkaConnector connector,
            IncomingChannels channels,
            Config config) {
        this.connector = connector;
        this.channels = channels;
        this.config = config;
    }

    @Override
    public int getPriority() {
        return BEFORE_ALL_OTHERS;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> source, List<String> names, boolean isConnector) {
        return isConnector ? restarting(source, names.getFirst()) : source;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private Multi<Message<?>> restarting(Multi<? extends Message<?>> first, String channel) {
        AtomicBoolean anew = new AtomicBoolean();
        return Multi.createFrom()
                .<Message<?>>deferred(() -> {
                    channels.begin(channel);
                    Multi<? extends Message<?>> source = anew.getAndSet(true) ? source(channel) : first;
                    return source.map(message -> message);
                })
                .onCompletion()
                .failWith(() -> new IllegalStateException("the channel has ended"))
                .onFailure(_ -> !stopping)
                .retry()
                .when(failures -> failures.onItem().transformToUniAndConcatenate(why -> pause(channel, why)));
    }

    private Uni<Throwable> pause(String channel, Throwable failure) {
        Duration pause = channels.fail(channel, failure);
        log.errorf(failure, "channel failed, begun anew channel=%s after=%s", channel, pause);
        return Backoff.delay(pause).replaceWith(failure);
    }

    private Multi<? extends Message<?>> source(String channel) {
        connector.getConsumers(channel).forEach(ended -> close(channel, (ReactiveKafkaConsumer<?, ?>) ended));
        Config settings = new ConnectorConfig(ConnectorFactory.INCOMING_PREFIX, config, channel) {};
        return Multi.createFrom().publisher(connector.getPublisher(settings));
    }

    /** So that its partitions are given to the next one at once. */
    private static void close(String channel, ReactiveKafkaConsumer<?, ?> ended) {
        try {
            ended.close();
        } catch (RuntimeException broken) {
            log.warnf("consumer not closed channel=%s because=%s", channel, broken);
        }
    }
}
