package io.dronedelivery.local.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The segments of the write-ahead log (WAL) that are in a folder, by their numbers. A segment is 16 MiB. Its name has three
 * parts of eight hexadecimal digits: the timeline, then the upper and the lower part of the number. The lower part is below 256.
 *
 * <p>PostgreSQL renames an old segment to one that will be needed, and overwrites it later. So a name does not say what is
 * in a file. Its first page does: bytes 8 to 15 are the page's place in the WAL.
 */
record WalSegments(NavigableSet<Long> numbers) {
    private static final String SEGMENT = "[0-9A-F]{24}";
    private static final String TIMELINE_HISTORY = "[0-9A-F]{8}\\.history";
    private static final int PER_UPPER_PART = 256;
    private static final int HEXADECIMAL = 16;
    private static final long SEGMENT_BYTES = 16 << 20;

    /** The segments in a folder; none if there is no such folder. */
    static WalSegments in(Path folder) throws IOException {
        NavigableSet<Long> numbers = new TreeSet<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            if (name.matches(SEGMENT)) {
                long number = Long.parseLong(name.substring(8, 16), HEXADECIMAL) * PER_UPPER_PART
                        + Long.parseLong(name.substring(16), HEXADECIMAL);
                if (firstPage(file) == number * SEGMENT_BYTES) {
                    numbers.add(number);
                }
            }
        }
        return new WalSegments(numbers);
    }

    /** The place of a segment's first page in the WAL, in bytes; -1 if the file is too short. */
    private static long firstPage(Path file) throws IOException {
        try (DataInputStream content = new DataInputStream(Files.newInputStream(file))) {
            content.readLong();
            long place = content.readLong();
            return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? Long.reverseBytes(place) : place;
        } catch (EOFException tooShort) {
            return -1;
        }
    }

    /** Copies all segments, and what tells how timelines follow each other. They replace those of the same name. */
    static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            String name = String.valueOf(file.getFileName());
            if (name.matches(SEGMENT) || name.matches(TIMELINE_HISTORY)) {
                Files.copy(
                        file,
                        to.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** These, and of others those that are behind the first of these. */
    WalSegments followedBy(WalSegments others) {
        NavigableSet<Long> all = new TreeSet<>(numbers);
        others.numbers.stream().filter(number -> number > all.first()).forEach(all::add);
        return new WalSegments(all);
    }

    /** The first number between the lowest and the highest that is not there. */
    OptionalLong firstGap() {
        return numbers.isEmpty()
                ? OptionalLong.empty()
                : LongStream.range(numbers.first(), numbers.last())
                        .filter(number -> !numbers.contains(number))
                        .findFirst();
    }

    /** Whether WAL that ends at the given place is all of these. The last segment may hold only a part of a record. */
    boolean endAt(long place) {
        return place >= (numbers.last() - 1) * SEGMENT_BYTES;
    }

    /** Whether one of these is behind all of the others. */
    boolean goBeyond(WalSegments others) {
        return !numbers.isEmpty() && (others.numbers.isEmpty() || numbers.last() > others.numbers.last());
    }
}
