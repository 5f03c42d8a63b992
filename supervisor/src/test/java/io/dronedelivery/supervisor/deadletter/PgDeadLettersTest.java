package io.dronedelivery.supervisor.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.dronedelivery.supervisor.deadletter.domain.DeadLettersContract;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.deadletter.domain.Publication;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@QuarkusTest
class PgDeadLettersTest extends DeadLettersContract {
    private final PgDeadLetters letters;

    PgDeadLettersTest(PgDeadLetters letters) {
        this.letters = letters;
    }

    @Override
    protected DeadLetters letters() {
        return letters;
    }

    @Override
    protected List<Publication> published(String id, int count) {
        try (KafkaProbe probe = new KafkaProbe()) {
            return probe
                    .awaitRecords(
                            Topic.DELIVERY_REQUESTS.topicName(),
                            seen -> header(seen, "ce_id").equals(id),
                            count)
                    .stream()
                    .map(seen -> new Publication(
                            Topic.DELIVERY_REQUESTS,
                            seen.key(),
                            header(seen, "ce_id"),
                            header(seen, "ce_type"),
                            Payload.of(seen.value()),
                            null))
                    .toList();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> seen, String name) {
        var header = seen.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
