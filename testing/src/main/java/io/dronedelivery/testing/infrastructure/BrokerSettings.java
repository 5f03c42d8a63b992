package io.dronedelivery.testing.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the one broker is set up: broker and controller in one, everything on loopback and with a single copy.
 *
 * @param port where it listens
 * @param advertisedPort where clients are told to go: another than its own behind a proxy
 */
record BrokerSettings(Path data, int port, int advertisedPort, int controllerPort, boolean durable) {
    private static final long FLUSH_EVERY_MESSAGE = 1;
    private static final long FLUSH_BY_THE_SYSTEM = Long.MAX_VALUE;

    Path write(Path file) {
        try {
            Files.createDirectories(data);
            return Files.writeString(file, text());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Offsets never expire here: a system that was down for weeks must not read its topics from the start. The session is
     * short because a broker that was killed can register again only when its old session has run out. Nothing is
     * kept compressed: a few bytes could become gigabytes in a consumer.
     */
    private String text() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%5$d
                inter.broker.listener.name=PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                offsets.topic.segment.bytes=8388608
                offsets.retention.minutes=2147483647
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=2
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                num.network.threads=2
                num.io.threads=3
                background.threads=2
                num.recovery.threads.per.data.dir=2
                log.cleaner.threads=1
                log.cleaner.dedupe.buffer.size=8388608
                log.index.size.max.bytes=1048576
                log.segment.bytes=67108864
                compression.type=uncompressed
                log.flush.interval.messages=%4$d
                """.formatted(
                        port,
                        controllerPort,
                        data.toString().replace('\\', '/'),
                        durable ? FLUSH_EVERY_MESSAGE : FLUSH_BY_THE_SYSTEM,
                        advertisedPort);
    }
}
