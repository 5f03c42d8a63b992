package io.dronedelivery.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Documents that services store as JSON, held against their golden files. There is one for each released form of a document,
 * <code>golden/TYPE.v1.json</code> and so on, on the class path.
 */
public final class StoredDocument {
    private StoredDocument() {}

    /** Asserts that the document is written and read as its newest golden file says, and that the older ones are still read. */
    public static void assertKept(Object document) {
        List<byte[]> forms = released(document.getClass().getSimpleName());
        byte[] newest = forms.getLast();

        assertThat(Json.read(Json.bytes(document), JsonNode.class)).isEqualTo(Json.read(newest, JsonNode.class));
        assertThat((Object) Json.read(newest, document.getClass())).isEqualTo(document);
        forms.forEach(form -> Json.read(form, document.getClass()));
    }

    /** The records of a sealed family: a golden file has to hold each of them. */
    public static Class<?>[] recordsOf(Class<?> family) {
        return records(family).distinct().toArray(Class<?>[]::new);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StoredDocument::records)
                : Stream.of(type);
    }

    private static List<byte[]> released(String type) {
        List<byte[]> forms = IntStream.iterate(1, version -> version + 1)
                .mapToObj(version -> golden("/golden/%s.v%d.json".formatted(type, version)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        assertThat(forms).as("the golden files of " + type).isNotEmpty();
        return forms;
    }

    private static Optional<byte[]> golden(String name) {
        try (InputStream file = StoredDocument.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
