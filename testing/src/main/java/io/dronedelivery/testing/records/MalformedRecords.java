package io.dronedelivery.testing.records;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.DefaultRecord;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.jspecify.annotations.Nullable;

/** Records with every part missing, null, empty, repeated, garbage, or as large as a topic takes. */
public final class MalformedRecords {
    /** A batch of one record: Kafka's default of <code>max.message.bytes</code>. */
    private static final int BATCH_BYTES_MAX = 1_048_588;

    private static final int GENERATED_RECORDS = 10;
    private static final byte[] NOT_UTF_8 = {(byte) 0xC3, 0x28, (byte) 0xFF, 0, 0x0A};
    private static final byte[] ZERO = {0};

    /** The headers that CloudEvents, the Kafka connector or tracing interpret. */
    private static final List<String> INTERPRETED_HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_time",
            "ce_subject",
            "ce_dataschema",
            "ce_datacontenttype",
            "content-type",
            "deserialization-failure-dlq",
            "deserialization-failure-reason",
            "kafka_replyTopic",
            "kafka_replyPartition",
            "kafka_correlationId",
            MalformedRecord.OF_THE_CONNECTOR,
            "delayed-retry-count",
            "dead-letter-partition",
            "dead-letter-offset",
            "dead-letter-reason",
            "dead-letter-group",
            "dead-letter-stack-digest",
            "traceparent",
            "tracestate",
            "baggage",
            "b3");

    private final byte[] key;
    private final byte[] good;
    private final List<MalformedRecord> records = new ArrayList<>();

    private MalformedRecords(String key, byte[] good) {
        this.key = key.getBytes(UTF_8);
        this.good = good.clone();
    }

    /**
     * All of them.
     *
     * @param key a key of the topic, for the records whose key is not what is wrong
     * @param good a message of the topic, for the records whose payload is not what is wrong
     * @param seed of the headers that are left to chance
     */
    public static List<MalformedRecord> of(String key, byte[] good, long seed) {
        MalformedRecords all = new MalformedRecords(key, good);
        all.payloads();
        all.keys();
        all.headers();
        all.largest();
        all.generatedHeaders(new Random(seed));
        return all.records;
    }

    private void payloads() {
        unreadable("a null payload", null);
        unreadable("an empty payload", new byte[0]);
        for (String text : List.of("null", " ", "{", "{}", "[]", "\"text\"", "7", "true", "{\"type\":null}", "NaN")) {
            unreadable("the payload " + text, text.getBytes(UTF_8));
        }
        unreadable("a payload of another type", "{\"type\":\"Unheard\",\"droneId\":7}".getBytes(UTF_8));
        unreadable("a payload that is cut", Arrays.copyOf(good, good.length / 2));
        unreadable("a payload that is not UTF-8", NOT_UTF_8);
        unreadable("a payload of zeros", new byte[100]);
        unreadable("a payload nested deeply", "[".repeat(100_000).getBytes(UTF_8));
        unreadable("a payload of a huge number", ("{\"type\":" + "9".repeat(100_000) + "}").getBytes(UTF_8));
        unreadable("two messages in a payload", (new String(good, UTF_8) + new String(good, UTF_8)).getBytes(UTF_8));
        add("a payload in UTF-16", key, new String(good, UTF_8).getBytes(UTF_16), binaryMode(), true);
        add("nothing at all", null, null, List.of(), false);
    }

    private void keys() {
        add("a null key", null, good, binaryMode(), true);
        add("an empty key", new byte[0], good, binaryMode(), true);
        add("a key that is not UTF-8", NOT_UTF_8, good, binaryMode(), true);
        add("a key of zeros in an unreadable record", ZERO, ZERO, binaryMode(), false);
        add("a long key", "k".repeat(10_000).getBytes(UTF_8), good, binaryMode(), true);
    }

    private void headers() {
        readable("no header", List.of());
        for (String name : INTERPRETED_HEADERS) {
            readable("the header " + name + " being null", with(header(name, (byte[]) null)));
            readable("the header " + name + " twice, binary", with(header(name, "1"), header(name, NOT_UTF_8)));
        }
        readable("another header being null", with(header("anything", (byte[]) null)));
        readable("an empty name of a header", with(header("", "x"), header("", (byte[]) null)));
        readable("a zero in a name of a header", with(header("zero\0", ZERO)));
        readable("every header being null", all(null));
        readable("every header being empty", all(new byte[0]));
        for (String version : List.of("0.3", "1.1", "2.0", "", "x")) {
            readable("ce_specversion " + version, with(header("ce_specversion", version)));
        }
        for (String mode : List.of("application/cloudevents+json", "Application/CloudEvents+json; charset=UTF-8")) {
            List<Header> headers = List.of(header("content-type", mode));
            add("structured mode by name only, " + mode, key, good, headers, false);
            add("structured mode, " + mode, key, structured(), headers, false);
        }
        readable("very many headers", Collections.nCopies(2_000, header("ce_type", "x")));
    }

    private void largest() {
        byte[] payload = new byte[room(key.length, 0, binaryMode())];
        Arrays.fill(payload, (byte) '[');
        unreadable("a payload as large as a topic takes", payload);
        List<Header> large = List.of(header("large", new byte[0]));
        byte[] value = new byte[room(key.length, good.length, large)];
        add("a header as large as a topic takes", key, good, List.of(header("large", value)), true);
        byte[] longKey = new byte[room(0, good.length, List.of())];
        Arrays.fill(longKey, (byte) 'k');
        add("a key as large as a topic takes", longKey, good, List.of(), true);
    }

    private void generatedHeaders(Random random) {
        for (int n = 0; n < GENERATED_RECORDS; n++) {
            List<Header> headers = random.ints(random.nextInt(1, 8), 0, INTERPRETED_HEADERS.size())
                    .mapToObj(INTERPRETED_HEADERS::get)
                    .map(name -> header(name, random.nextInt(3) == 0 ? null : bytes(random)))
                    .toList();
            readable("headers by chance " + headers, headers);
        }
    }

    private void unreadable(String name, byte @Nullable [] payload) {
        add(name, key, payload, binaryMode(), false);
    }

    private void readable(String name, List<Header> headers) {
        add(name, key, good, headers, true);
    }

    private void add(
            String name,
            byte @Nullable [] recordKey,
            byte @Nullable [] payload,
            List<Header> headers,
            boolean readable) {
        records.add(new MalformedRecord(name, recordKey, payload, headers, readable));
    }

    private byte[] structured() {
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"x\",\"data\":%s}";
        return event.formatted(new String(good, UTF_8)).getBytes(UTF_8);
    }

    private static List<Header> binaryMode() {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", "malformed"),
                header("ce_source", "/malformed"),
                header("ce_type", "Malformed"));
    }

    private static List<Header> with(Header... more) {
        return Stream.concat(binaryMode().stream(), Stream.of(more)).toList();
    }

    private static List<Header> all(byte @Nullable [] value) {
        return INTERPRETED_HEADERS.stream().map(name -> header(name, value)).toList();
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Header header(String name, String text) {
        return header(name, text.getBytes(UTF_8));
    }

    private static Header header(String name, byte @Nullable [] value) {
        return new RecordHeader(name, value);
    }

    /** How many bytes more a record may have in its key, payload or a header. */
    private static int room(int keyBytes, int payloadBytes, List<Header> headers) {
        int lengthsBytes = 8; // of the record and of what grows, as variable-length numbers
        return BATCH_BYTES_MAX
                - DefaultRecordBatch.RECORD_BATCH_OVERHEAD
                - DefaultRecord.sizeInBytes(0, 0, keyBytes, payloadBytes, headers.toArray(Header[]::new))
                - lengthsBytes;
    }
}
