package io.dronedelivery.supervisor;

import static io.dronedelivery.supervisor.deadletter.DeadLetterClient.LETTERS;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetter;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.StoredLetter;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.testing.records.IncomingChannelsContract;
import io.dronedelivery.testing.records.MalformedRecord;
import io.dronedelivery.testing.records.RecordWalk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Also of the dead letters: each is kept and listed, byte for byte, and none is one for us again. */
@QuarkusTest
class IncomingChannelsTest extends IncomingChannelsContract {
    private static final String DEAD_LETTERS = "dead-letters";
    private static final int PAGE = 200;

    private final DeadLetters letters;

    IncomingChannelsTest(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    protected void assertSettled(String channel, RecordWalk walk) {
        if (!channel.equals(DEAD_LETTERS)) {
            super.assertSettled(channel, walk);
            return;
        }
        Map<Long, Long> listed = listed(walk.partition().topic());
        assertThat(listed).containsKeys(walk.good().toArray(Long[]::new));
        walk.malformed()
                .forEach((offset, record) ->
                        assertKept(record, Objects.requireNonNull(listed.get(offset), () -> "listed: " + record)));
    }

    private void assertKept(MalformedRecord record, long id) {
        given().get(LETTERS + "/" + id).then().statusCode(200);
        StoredLetter kept = letters.find(id).await().indefinitely().orElseThrow();
        assertThat(kept.payload())
                .as("payload of %s", record)
                .isEqualTo(
                        Optional.ofNullable(record.payload()).map(Payload::of).orElse(null));
        assertThat(key(kept.entry().letter())).as("key of %s", record).isEqualTo(record.key());
        assertThat(headers(kept.entry().letter())).as("headers of %s", record).isEqualTo(record.received());
    }

    /** The ids of the letters of a topic, by their offsets. */
    private static Map<Long, Long> listed(String deadTopic) {
        Map<Long, Long> ids = new HashMap<>();
        String cursor = null;
        do {
            JsonPath page = given().queryParam("limit", PAGE)
                    .queryParam("topic", deadTopic.replace(".dead", ""))
                    .queryParam("cursor", cursor == null ? String.valueOf(Long.MAX_VALUE) : cursor)
                    .get(LETTERS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Number> offsets = page.getList("letters.place.offset");
            List<Number> found = page.getList("letters.id");
            for (int n = 0; n < found.size(); n++) {
                ids.put(offsets.get(n).longValue(), found.get(n).longValue());
            }
            cursor = page.getString("next");
        } while (cursor != null);
        return ids;
    }

    private static byte @Nullable [] key(DeadLetter letter) {
        if (letter.keyBase64() != null) {
            return Base64.getDecoder().decode(letter.keyBase64());
        }
        return letter.key() == null ? null : letter.key().getBytes(UTF_8);
    }

    private static List<Header> headers(DeadLetter letter) {
        return letter.headers().stream()
                .<Header>map(header -> new RecordHeader(header.originalName(), header.value()))
                .toList();
    }
}
