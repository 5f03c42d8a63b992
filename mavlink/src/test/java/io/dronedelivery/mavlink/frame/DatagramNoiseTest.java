package io.dronedelivery.mavlink.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatagramNoiseTest {
    private static final int FRAMES = 40;

    private final Frames frames = new Frames(7);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofNoiseNothingIsRead(long seed) {
        byte[] noise = new byte[500];
        new Random(seed).nextBytes(noise);
        assertThat(Datagram.read(ByteBuffer.wrap(noise)).frames()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void flippedBitsNeverMakeAFrameThatWasNotSent(long seed) {
        Random random = new Random(seed);
        ByteBuffer stream = stream(random);
        var sent = Datagram.read(stream).frames();
        assertThat(sent).hasSize(FRAMES);
        for (int flips = random.nextInt(1, 30); flips > 0; flips--) {
            int at = random.nextInt(stream.limit());
            stream.put(at, (byte) (stream.get(at) ^ 1 << random.nextInt(8)));
        }
        assertThat(sent).containsAll(Datagram.read(stream).frames());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void framesBetweenGarbageAreAllFound(long seed) {
        Random random = new Random(seed);
        ByteBuffer all = ByteBuffer.allocate(1 << 14);
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int bytes = random.nextInt(20); bytes > 0; bytes--) {
                all.put((byte) random.nextInt(Header.START_V2)); // garbage without a start byte hides nothing
            }
            all.put(any(random, frame));
        }
        assertThat(Datagram.read(all.flip().slice()).frames()).hasSize(FRAMES);
    }

    private ByteBuffer stream(Random random) {
        ByteBuffer all = ByteBuffer.allocate(1 << 14);
        for (int frame = 0; frame < FRAMES; frame++) {
            all.put(any(random, frame));
        }
        return all.flip().slice();
    }

    private ByteBuffer any(Random random, int bootMillis) {
        return switch (random.nextInt(4)) {
            case 0 -> frames.heartbeat(random.nextBoolean());
            case 1 -> frames.battery(random.nextInt(101));
            case 2 -> frames.systemTime(random.nextLong(1L << 50), bootMillis);
            default -> frames.position(bootMillis, random.nextDouble(-90, 90), random.nextDouble(-180, 180), 20);
        };
    }
}
