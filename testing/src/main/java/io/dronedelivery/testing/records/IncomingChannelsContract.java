package io.dronedelivery.testing.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.testing.ManagementInterface;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The test of every service with incoming channels, with a real broker. Every malformed record is processed, or in the dead
 * letters with its cause. The next good record of its partition is processed. The channels are those of the running service.
 */
public abstract class IncomingChannelsContract {
    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\..+");
    private static final Duration TIMEOUT = Duration.ofSeconds(180);
    private static final long SEED = 9;

    private final Config config = ConfigProvider.getConfig();
    private final String name = name();
    private final RecordProbe probe = new RecordProbe(config.getValue("kafka.bootstrap.servers", String.class));

    /** The delivery or drone of the good messages. */
    protected String name() {
        return UUID.randomUUID().toString();
    }

    /** A message of the topic, of the delivery or drone of that name, that this service can process. */
    protected Object good(Topic topic, String of) {
        return TopicMessages.of(topic, of, Instant.now());
    }

    @AfterEach
    public final void close() {
        probe.close();
    }

    @Test
    public final void noMalformedRecordStopsItsPartition() {
        List<String> channels = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(channel -> channel.group(1))
                .distinct()
                .toList();
        assertThat(channels).isNotEmpty();
        channels.forEach(this::walk);
    }

    private void walk(String channel) {
        String topic = setting(channel, "topic");
        Topic source = Topic.named(topic).orElse(Topic.DELIVERY_EVENTS);
        byte[] good = Json.bytes(good(source, name));
        List<MalformedRecord> malformed = MalformedRecords.of(name, good, SEED);
        topics(channel, topic)
                .map(each -> RecordWalk.of(probe, each, name.getBytes(UTF_8), good, malformed))
                .forEach(walk -> {
                    await().atMost(TIMEOUT)
                            .untilAsserted(() -> assertThat(probe.acknowledgedBefore(group(channel), walk.partition()))
                                    .as("acknowledged by %s on %s", channel, walk.partition())
                                    .isGreaterThanOrEqualTo(walk.end()));
                    ManagementInterface.get("/health/ready").then().statusCode(200);
                    assertSettled(channel, walk);
                });
    }

    /** What became of the records of a walk that has been acknowledged to its end. */
    protected void assertSettled(String channel, RecordWalk walk) {
        walk.assertSettled(probe, group(channel));
    }

    private Stream<String> topics(String channel, String topic) {
        return config.getOptionalValue("mp.messaging.incoming." + channel + ".pattern", Boolean.class)
                        .orElse(false)
                ? Arrays.stream(Topic.values()).map(Topic::deadLetters).filter(dead -> dead.matches(topic))
                : Stream.of(topic);
    }

    private String setting(String channel, String setting) {
        return config.getValue("mp.messaging.incoming." + channel + "." + setting, String.class);
    }

    private String group(String channel) {
        return config.getOptionalValue("mp.messaging.incoming." + channel + ".group.id", String.class)
                .orElseGet(() -> config.getValue("quarkus.application.name", String.class));
    }
}
