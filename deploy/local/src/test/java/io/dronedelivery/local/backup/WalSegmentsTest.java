package io.dronedelivery.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalSegmentsTest {
    private static final long SEGMENT_BYTES = 16 << 20;

    private final Path folder;

    WalSegmentsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aSegmentIsNumberedByItsNameWithoutTheTimeline() throws IOException {
        write("0000000100000000000000FF", 255);
        write("000000020000000100000000", 256);
        Files.writeString(folder.resolve("00000002.history"), "1 …");
        Files.writeString(folder.resolve("000000010000000000000001.part"), "half");

        assertThat(WalSegments.in(folder).numbers()).containsExactly(255L, 256L);
    }

    @Test
    void aFileThatPostgresqlKeepsForLaterIsNoSegmentYet() throws IOException {
        write("000000010000000000000004", 4);
        write("000000010000000000000005", 2);
        Files.write(folder.resolve("000000010000000000000006"), new byte[0]);

        assertThat(WalSegments.in(folder).numbers()).containsExactly(4L);
    }

    @Test
    void aMissingSegmentIsFound() {
        assertThat(of(4, 5, 6).firstGap()).isEmpty();
        assertThat(of(4, 6, 8).firstGap()).hasValue(5);
    }

    @Test
    void segmentsOfBeforeTheBackupAreNotMissed() {
        assertThat(of(4, 5).followedBy(of(1, 6, 7)).firstGap()).isEmpty();
    }

    @Test
    void whatWasNotArchivedGoesBeyondTheArchive() {
        assertThat(of(6, 7).goBeyond(of(5, 6))).isTrue();
        assertThat(of(6).goBeyond(of(5, 6))).isFalse();
        assertThat(of().goBeyond(of(5, 6))).isFalse();
    }

    @Test
    void walThatEndsSegmentsTooEarlyWasNotReplayedToTheEnd() {
        assertThat(of(4, 5, 6).endAt(5 * SEGMENT_BYTES + 1)).isTrue();
        assertThat(of(4, 5, 6).endAt(4 * SEGMENT_BYTES + 1)).isFalse();
    }

    private static WalSegments of(long... numbers) {
        TreeSet<Long> all = new TreeSet<>();
        for (long number : numbers) {
            all.add(number);
        }
        return new WalSegments(all);
    }

    /** A segment of which only the first page's head is there. */
    private void write(String name, long number) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        head.putLong(0).putLong(number * SEGMENT_BYTES);
        Files.write(folder.resolve(name), head.array());
    }
}
