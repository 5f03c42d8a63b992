package io.dronedelivery.mavlink.frame;

import static io.dronedelivery.mavlink.frame.Frames.bytes;
import static io.dronedelivery.mavlink.frame.Frames.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After whatever is damaged, reading goes on at the next frame whose checksum holds. */
class DatagramResyncTest {
    private static final int ATTITUDE = 30;
    private static final int TUNNEL = 385;
    private static final int OF_A_VENDOR = 163;
    private static final int LENGTH_AT = 1;
    private static final int FLAGS_AT = 2;
    private static final int DATAGRAM_MAX = 65_507;
    private static final String HEARTBEAT = "FD 09 00 00 07 01 01 00 00 00 00 00 00 00 02 03 81 04 03 DC 54";

    private final Frames frames = new Frames(7);

    @ParameterizedTest
    @ValueSource(ints = {ATTITUDE, OF_A_VENDOR, TUNNEL, 0xABCDEF})
    void anUnknownMessageOfDamagedLengthThatReachesToTheEndHidesNothing(int id) {
        ByteBuffer damaged = Frames.other(id, new byte[] {1, 2, 3, 4, 5});
        ByteBuffer good = joined(bytes(HEARTBEAT), frames.position(1_000, 47, 8, 20));
        damaged.put(LENGTH_AT, (byte) (5 + good.limit()));
        assertThat(Datagram.read(joined(damaged, good)).frames())
                .isEqualTo(Datagram.read(good).frames())
                .hasSize(2);
    }

    @Test
    void soDoesOneOfVersion1() {
        ByteBuffer damaged = bytes("FE 17 08 01 01 A3 1E 00 34 12");
        assertThat(Datagram.read(joined(damaged, bytes(HEARTBEAT)))).isEqualTo(read(1, 0, 0, damaged.limit()));
    }

    @Test
    void aLengthThatEndsWithinTheNextFrameHidesNothing() {
        for (int length = 0; length <= 255; length++) {
            ByteBuffer damaged = Frames.other(OF_A_VENDOR, new byte[4]).put(LENGTH_AT, (byte) length);
            Datagram read = Datagram.read(joined(damaged, bytes(HEARTBEAT), frames.battery(50)));
            assertThat(read.frames()).as("length %d", length).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x80, 0xFF})
    void flagsThatAreDamagedHideNothing(int flags) {
        for (int id : new int[] {0, ATTITUDE, OF_A_VENDOR}) {
            ByteBuffer damaged = Frames.other(id, new byte[9]).put(FLAGS_AT, (byte) flags);
            Datagram read = Datagram.read(joined(damaged, bytes(HEARTBEAT), frames.battery(50)));
            assertThat(read.frames()).as("message %d", id).hasSize(2);
        }
    }

    @Test
    void aKnownMessageOfDamagedLengthHidesNothing() {
        for (int length = 0; length <= 255; length++) {
            ByteBuffer damaged = frames.position(1_000, 47, 8, 20).put(LENGTH_AT, (byte) length);
            Datagram read = Datagram.read(joined(damaged, bytes(HEARTBEAT), bytes(HEARTBEAT)));
            assertThat(read.frames()).as("length %d", length).hasSize(length == 28 ? 3 : 2);
        }
    }

    @Test
    void aFrameThatAnotherMessageCarriesIsNotTheDronesOwn() {
        assertThat(Datagram.read(joined(Frames.other(TUNNEL, bytes(HEARTBEAT).array()), bytes(HEARTBEAT))))
                .isEqualTo(read(1, 0, 1, 0));
    }

    @Test
    void inAMessageThatCanNotBeCheckedAnIntactFrameIsRead() {
        ByteBuffer carrier = Frames.other(OF_A_VENDOR, bytes(HEARTBEAT).array());
        assertThat(Datagram.read(carrier).frames())
                .isEqualTo(Datagram.read(bytes(HEARTBEAT)).frames());
    }

    @Test
    void startBytesBeforeAFrameHideNothing() {
        for (int before = 1; before < 300; before++) {
            byte[] starts = new byte[before];
            Arrays.fill(starts, (byte) (before % 2 == 0 ? Header.START_V1 : Header.START_V2));
            assertThat(Datagram.read(joined(ByteBuffer.wrap(starts), bytes(HEARTBEAT)))
                            .frames())
                    .hasSize(1);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsDamagedInOtherMessagesAllOfOursAreRead(long seed) {
        Random random = new Random(seed);
        List<ByteBuffer> parts = new ArrayList<>();
        List<ByteBuffer> ours = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ByteBuffer mine = frames.position(i * 1_000L, random.nextDouble(-90, 90), 8, random.nextInt(100));
            ours.add(mine);
            parts.add(damaged(other(random), random));
            parts.add(mine);
        }
        assertThat(Datagram.read(joined(parts)).frames())
                .isEqualTo(Datagram.read(joined(ours)).frames());
    }

    private static ByteBuffer other(Random random) {
        byte[] payload = new byte[random.nextInt(1, 60)];
        random.nextBytes(payload);
        payload[payload.length - 1] = 1; // not a zero, which would be left out
        int[] ids = {ATTITUDE, TUNNEL, OF_A_VENDOR, 22, 253, 60_000};
        return Frames.other(ids[random.nextInt(ids.length)], payload);
    }

    private static ByteBuffer damaged(ByteBuffer frame, Random random) {
        int at = random.nextInt(3) == 0 ? LENGTH_AT : random.nextInt(frame.limit());
        return frame.put(at, (byte) random.nextInt(256));
    }

    /** Were the work to grow with the square of the length, each of these would take minutes. */
    @Test
    void aDatagramMadeUpToCostTimeCostsLittle() {
        List<int[]> patterns = List.of(
                new int[] {Header.START_V1},
                new int[] {Header.START_V2},
                new int[] {Header.START_V2, 0xFF, 0},
                new int[] {Header.START_V1, 0xFF, 0, 1, 1, OF_A_VENDOR},
                new int[] {Header.START_V1, 0xFF, 0, 1, 1, 0});
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int[] pattern : patterns) {
                ByteBuffer datagram = ByteBuffer.allocate(DATAGRAM_MAX);
                IntStream.range(0, DATAGRAM_MAX).forEach(i -> datagram.put(i, (byte) pattern[i % pattern.length]));
                for (int times = 0; times < 50; times++) {
                    assertThat(Datagram.read(datagram).frames()).isEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomDatagramsFailOnNothing(long seed) {
        Random random = new Random(seed);
        byte[] noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        for (int i = random.nextInt(100); i > 0 && noise.length > 0; i--) {
            noise[random.nextInt(noise.length)] = (byte) (random.nextBoolean() ? Header.START_V1 : Header.START_V2);
        }
        Datagram read = Datagram.read(ByteBuffer.wrap(noise));
        assertThat(read.garbageBytes()).isBetween(0, noise.length);
    }

    private static Datagram read(int heartbeats, int badChecksums, int unknown, int garbageBytes) {
        Frame heartbeat = Datagram.read(bytes(HEARTBEAT)).frames().getFirst();
        return new Datagram(
                IntStream.range(0, heartbeats).mapToObj(_ -> heartbeat).toList(), badChecksums, unknown, garbageBytes);
    }
}
