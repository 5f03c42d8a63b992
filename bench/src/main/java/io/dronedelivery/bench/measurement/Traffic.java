package io.dronedelivery.bench.measurement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What was sent between processes so far.
 *
 * @param records the records of each topic, by the end offsets of its partitions
 * @param calls the HTTP requests that each service has answered, by its metrics
 */
record Traffic(Map<String, Long> records, Map<String, Long> calls) {
    private static final Pattern ANSWERED =
            Pattern.compile("(?m)^http_server_requests_seconds_count\\{[^\\n]*} ([0-9.Ee+]+)$");
    private static final int OK = 200;

    /** Reads all of it now. A service that is stopped has answered none. */
    static Traffic read() throws InterruptedException {
        Map<String, Long> calls = new TreeMap<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (Service service : Service.values()) {
                calls.put(service.id(), answered(client, Instance.only(service)));
            }
        }
        return new Traffic(endOffsets(), calls);
    }

    private static Map<String, Long> endOffsets() {
        Map<String, Object> settings = Map.of("bootstrap.servers", Endpoints.kafka());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Collection<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(Collection::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(groupingBy(
                            entry -> entry.getKey().topic(), TreeMap::new, summingLong(Map.Entry::getValue)));
        }
    }

    private static long answered(HttpClient client, Instance instance) throws InterruptedException {
        URI metrics = instance.management().resolve("/q/metrics");
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK ? parse(response.body()) : 0;
        } catch (IOException stopped) {
            return 0;
        }
    }

    /** Adds up the requests that the metrics of a service tell, in the text format of Prometheus. */
    static long parse(String metrics) {
        return ANSWERED.matcher(metrics)
                .results()
                .mapToLong(found -> Math.round(Double.parseDouble(found.group(1))))
                .sum();
    }

    /** What was sent after the earlier reading. */
    Traffic since(Traffic earlier) {
        return new Traffic(difference(records, earlier.records), difference(calls, earlier.calls));
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> more = new TreeMap<>(now);
        before.forEach((name, count) -> more.merge(name, -count, Long::sum));
        more.values().removeIf(count -> count == 0);
        return more;
    }
}
