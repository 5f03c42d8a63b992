package io.dronedelivery.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.ReportPicture;
import io.dronedelivery.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The files of results: one in JSON and one plot in SVG for each, named by the time in UTC and the measurement.
 *
 * @param folder where they are written; it is made when the first is
 */
record ResultFiles(Path folder) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Those of the project. They are not under version control. */
    static ResultFiles in(Path root) {
        return new ResultFiles(root.resolve("bench/results"));
    }

    /** Writes both files of a result. Returns the one in JSON. */
    Path write(String measurement, Report report) {
        String name = TIME.format(Instant.now()) + "-" + measurement;
        Path json = folder.resolve(name + ".json");
        write(json, Json.bytes(report));
        write(folder.resolve(name + ".svg"), ReportPicture.of(report).getBytes(UTF_8));
        return json;
    }

    /** Writes a file, and its folder if there is none. */
    static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }
}
