package io.dronedelivery.local.backup;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SHA-256 checksum of each file of a folder. As text it is what <code>sha256sum --check</code> reads.
 *
 * @param byFile the checksums in hexadecimal digits, by the path of the file in the folder
 */
record Checksums(SortedMap<String, String> byFile) {
    private static final String SEPARATOR = "  ";

    /** The checksums of the files that are in a folder now. */
    static Checksums of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Checksums(new TreeMap<>(files.filter(Files::isRegularFile).toList().parallelStream()
                    .collect(toMap(file -> folder.relativize(file).toString(), Checksums::ofFile))));
        }
    }

    /** The checksum of one file. */
    static String ofFile(Path file) {
        try (DigestOutputStream digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            Files.copy(file, digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The checksums that a text tells, which {@link #text} has made. */
    static Checksums read(String text) {
        return new Checksums(new TreeMap<>(text.lines()
                .map(line -> line.split(SEPARATOR, 2))
                .collect(toMap(columns -> columns[1], columns -> columns[0]))));
    }

    /** A line for each file: the checksum, two spaces, the path. */
    String text() {
        return byFile.entrySet().stream()
                .map(file -> file.getValue() + SEPARATOR + file.getKey() + "\n")
                .collect(joining());
    }

    /** What is wrong with files that should have these checksums, in words. */
    List<String> differences(Checksums found) {
        List<String> differences = new ArrayList<>();
        byFile.forEach((file, checksum) -> {
            if (!found.byFile.containsKey(file)) {
                differences.add(file + " is missing");
            } else if (!checksum.equals(found.byFile.get(file))) {
                differences.add(file + " is changed");
            }
        });
        found.byFile.keySet().stream()
                .filter(file -> !byFile.containsKey(file))
                .forEach(file -> differences.add(file + " is not part of it"));
        return differences;
    }
}
