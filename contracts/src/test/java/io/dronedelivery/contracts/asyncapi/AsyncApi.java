package io.dronedelivery.contracts.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.Topic.Definition;
import io.dronedelivery.contracts.Topic.Retention;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The description of all topics and messages (AsyncAPI 3.0). */
final class AsyncApi {
    private static final Pattern KEYED = Pattern.compile("on `([a-z.]+)`, keyed by ([A-Za-z]+)");
    private static final String KAFKA_BINDING = "0.5.0";
    private static final String DESCRIPTION = "description";
    private static final String REF = "$ref";

    private final SourceComments comments;
    private final RecordSchemas schemas;
    private final Function<Class<?>, JsonNode> example;
    private final ObjectNode document = Json.MAPPER.createObjectNode();

    /**
     * @param comments those of the contracts
     * @param example a message of that type
     */
    AsyncApi(SourceComments comments, Function<Class<?>, JsonNode> example) {
        this.comments = comments;
        this.schemas = new RecordSchemas(comments);
        this.example = example;
    }

    JsonNode describe() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Drone Delivery: topics")
                .put("version", "1")
                .put(DESCRIPTION, """
                        What the services tell each other through Kafka. Inside the system only: nothing of it is reached through the gateway.

                        A message is a CloudEvent in binary mode: its attributes are headers, its payload is JSON. Messages of one key stay in \
                        order. Each may come more than once: who has seen its `ce_id` drops it. Readers ignore fields that they don't know.

                        Generated from the contracts; see docs/api-descriptions.md.""");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        for (Definition definition : Topic.definitions()) {
            ObjectNode channel = channel(channels, definition);
            Topic.named(definition.name())
                    .ifPresentOrElse(topic -> describe(topic, channel), () -> describeDeadLetters(channel));
        }
        ObjectNode components = document.withObjectProperty("components");
        schemas.named().forEach(components.putObject("schemas")::set);
        return document;
    }

    private void describe(Topic topic, ObjectNode channel) {
        channel.put(
                DESCRIPTION,
                comment(topic.messages()) + "\n\nIts owner is the service " + owner(topic.messages()) + ".");
        ObjectNode messages = channel.putObject("messages");
        types(topic.messages()).forEach(type -> {
            messages.putObject(type.getSimpleName()).put(REF, "#/components/messages/" + type.getSimpleName());
            describe(type, key(topic));
        });
    }

    private static void describeDeadLetters(ObjectNode channel) {
        channel.put(
                DESCRIPTION,
                "What a consumer of the topic could not process, as it was: any bytes. The supervisor keeps it for people to mend and replay.");
    }

    private static ObjectNode channel(ObjectNode channels, Definition definition) {
        ObjectNode channel = channels.putObject(definition.name()).put("address", definition.name());
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", definition.name()).put("partitions", definition.partitions());
        kafka.putObject("topicConfiguration").put("retention.ms", millis(definition.retention()));
        kafka.put("bindingVersion", KAFKA_BINDING);
        return channel;
    }

    /** As Kafka takes it: -1 is for good. */
    private static long millis(Retention retention) {
        return switch (retention) {
            case DAY -> Duration.ofDays(1).toMillis();
            case YEARS -> -1;
        };
    }

    /** The members of a family, or the one type there is. */
    private static Stream<Class<?>> types(Class<?> messages) {
        return messages.isSealed() ? Arrays.stream(messages.getPermittedSubclasses()) : Stream.of(messages);
    }

    /** What it is, as its source says: which includes the topic and the key. */
    private String key(Topic topic) {
        Matcher keyed = KEYED.matcher(comment(topic.messages()));
        if (!keyed.find() || !keyed.group(1).equals(topic.topicName())) {
            throw new IllegalStateException("the comment of %s must say \"on <code>%s</code>, keyed by …\""
                    .formatted(topic.messages(), topic.topicName()));
        }
        return keyed.group(2);
    }

    private String comment(Class<?> type) {
        return comments.of(type).orElse(type.getSimpleName() + ".");
    }

    private static String owner(Class<?> messages) {
        String inPackage = messages.getPackageName();
        return inPackage.substring(inPackage.lastIndexOf('.') + 1);
    }

    private void describe(Class<?> type, String key) {
        String name = type.getSimpleName();
        ObjectNode message = document.withObjectProperty("components")
                .withObjectProperty("messages")
                .putObject(name);
        message.put("name", name).put("contentType", "application/json").put(DESCRIPTION, comment(type));
        message.set("headers", CloudEventHeaders.schema(name));
        message.set("payload", schemas.reference(type));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put(DESCRIPTION, "The " + key + ".");
        kafka.put("bindingVersion", KAFKA_BINDING);
        message.putArray("examples").addObject().set("payload", example.apply(type));
    }
}
