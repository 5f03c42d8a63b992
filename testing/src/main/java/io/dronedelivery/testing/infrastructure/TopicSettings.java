package io.dronedelivery.testing.infrastructure;

import io.dronedelivery.contracts.Topic;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.TopicConfig;

/** How a topic of the contracts is set up in a broker, besides its partitions. */
public final class TopicSettings {
    private static final Map<Topic.Retention, Map<String, String>> RETENTION = Map.of(
            Topic.Retention.YEARS,
            Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"),
            Topic.Retention.DAY,
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, String.valueOf(TimeUnit.DAYS.toMillis(1)),
                    TopicConfig.RETENTION_BYTES_CONFIG, String.valueOf(128 << 20), // per partition
                    TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(16 << 20)));

    private static final String DEAD_LETTERS = ".dead";
    // the largest message of another topic, and the headers about its failure
    private static final String DEAD_LETTER_BYTES_MAX = String.valueOf(2 << 20);

    private TopicSettings() {}

    /** The settings by their names in the broker. */
    public static SortedMap<String, String> of(Topic.Definition topic) {
        SortedMap<String, String> settings = new TreeMap<>(RETENTION.get(topic.retention()));
        if (topic.name().endsWith(DEAD_LETTERS)) {
            settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_LETTER_BYTES_MAX);
        }
        return settings;
    }
}
