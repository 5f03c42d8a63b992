package io.dronedelivery.delivery.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents in <code>stored-deliveries</code> were written by earlier code; a row like them may be in any database. */
class StoredDeliveryTest {

    @ParameterizedTest
    @MethodSource("documents")
    void aStoredDeliveryIsReadAndWrittenAsItWas(Path document) {
        assertThat(tree(Json.text(read(document)))).isEqualTo(tree(text(document)));
    }

    @Test
    void thereIsADocumentOfEveryStatusAndState() {
        assertThat(documents().map(document -> read(document).status())).contains(DeliveryStatus.values());
        assertThat(documents().map(StoredDeliveryTest::read)).hasAtLeastOneElementOfType(Restarting.class);
    }

    private static Stream<Path> documents() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(StoredDeliveryTest.class.getResource("/stored-deliveries"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Delivery read(Path document) {
        return Json.read(text(document), Delivery.class);
    }

    private static JsonNode tree(String json) {
        return Json.read(json, JsonNode.class);
    }

    private static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
