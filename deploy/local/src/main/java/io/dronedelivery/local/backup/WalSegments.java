package io.dronedelivery.local.backup;

import java.io.IOException;
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
 * The segments of the write-ahead log (WAL) that are in a folder, by their numbers. A segment is 16 MiB. Its name is three
 * times eight hexadecimal digits: of the timeline, and of the number's two parts, the lower of which is below 256.
 */
record WalSegments(NavigableSet<Long> numbers) {
    private static final String SEGMENT = "[0-9A-F]{24}";
    private static final String TIMELINE_HISTORY = "[0-9A-F]{8}\\.history";
    private static final int PER_UPPER_PART = 256;
    private static final int HEXADECIMAL = 16;

    /** The segments in a folder; none if there is no such folder. */
    static WalSegments in(Path folder) throws IOException {
        NavigableSet<Long> numbers = new TreeSet<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            if (name.matches(SEGMENT)) {
                numbers.add(Long.parseLong(name.substring(8, 16), HEXADECIMAL) * PER_UPPER_PART
                        + Long.parseLong(name.substring(16), HEXADECIMAL));
            }
        }
        return new WalSegments(numbers);
    }

    /** Copies all segments, and what tells how timelines follow each other, in place of those of the same name. */
    static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            String name = String.valueOf(file.getFileName());
            if (name.matches(SEGMENT) || name.matches(TIMELINE_HISTORY)) {
                Files.copy(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
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

    /** These and others. */
    WalSegments with(WalSegments others) {
        NavigableSet<Long> all = new TreeSet<>(numbers);
        all.addAll(others.numbers);
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

    /** Whether one of these is behind all of the others. */
    boolean goBeyond(WalSegments others) {
        return !numbers.isEmpty() && (others.numbers.isEmpty() || numbers.last() > others.numbers.last());
    }
}
