package io.dronedelivery.chassis.channel;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Derives a channel's topic from its name, so that no service repeats it: the channel <code>delivery-events</code>
 * consumes the topic <code>delivery.events</code> and leaves its dead letters in <code>delivery.events.dead</code>; the
 * channel <code>delivery-events-out</code> publishes to it. It also turns the connector's own health of incoming channels
 * off, which never forgets a failure: {@link ChannelReadiness} tells instead. It answers look-ups but lists no names: a channel
 * exists only in the services that use it.
 */
public final class ChannelNames implements ConfigSource {
    private static final int BELOW_EVERY_FILE = 50;
    private static final Pattern TOPIC =
            Pattern.compile("mp\\.messaging\\.(?:incoming|outgoing)\\.([a-z-]+?)(?:-out)?\\.topic");
    private static final Pattern DEAD_LETTERS =
            Pattern.compile("mp\\.messaging\\.incoming\\.([a-z-]+)\\.dead-letter-queue\\.topic");
    private static final Pattern HEALTH = Pattern.compile("mp\\.messaging\\.incoming\\.[a-z-]+\\.health-enabled");

    @Override
    public @Nullable String getValue(String name) {
        Matcher topic = TOPIC.matcher(name);
        if (topic.matches()) {
            return topicName(topic);
        }
        if (HEALTH.matcher(name).matches()) {
            return "false";
        }
        Matcher deadLetters = DEAD_LETTERS.matcher(name);
        return deadLetters.matches() ? topicName(deadLetters) + ".dead" : null;
    }

    private static String topicName(Matcher channel) {
        return channel.group(1).replace('-', '.');
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return "topics of channels";
    }

    @Override
    public int getOrdinal() {
        return BELOW_EVERY_FILE;
    }
}
