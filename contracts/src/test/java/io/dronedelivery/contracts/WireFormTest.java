package io.dronedelivery.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message type has a golden file per released form: the newest is what is written, and each is still read. */
class WireFormTest {

    static Stream<Object> messages() {
        return Stream.of(
                        ExampleMessages.REQUESTS,
                        ExampleMessages.EVENTS,
                        ExampleMessages.STREAM,
                        ExampleMessages.OTHERS)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsWrittenAsItsGoldenFileSays(Object message) throws IOException {
        assertThat(Json.MAPPER.readTree(Json.bytes(message))).isEqualTo(Json.MAPPER.readTree(golden(message)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyReleasedFormIsRead(Object message) {
        assertThat(released(message)).allSatisfy(form -> assertThat((Object) Json.read(form, contract(message)))
                .isInstanceOf(message.getClass()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void itsGoldenFileIsReadBack(Object message) {
        assertThat((Object) Json.read(golden(message), contract(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aFieldOfALaterVersionIsIgnored(Object message) throws IOException {
        ObjectNode later = (ObjectNode) Json.MAPPER.readTree(golden(message));
        later.put("addedLater", true);

        assertThat((Object) Json.read(later.toString(), contract(message))).isEqualTo(message);
    }

    @Test
    void whatADroneDoesNotKnowIsLeftOut() throws IOException {
        ObjectNode unknowing = (ObjectNode) Json.MAPPER.readTree(golden(ExampleMessages.STREAM.getFirst()));
        unknowing.remove(List.of("latitude", "longitude", "battery"));

        DroneTelemetry read = Json.read(unknowing.toString(), DroneTelemetry.class);

        assertThat(read.position()).isNull();
        assertThat(read.battery()).isNull();
        assertThat(Json.MAPPER.readTree(Json.bytes(read))).isEqualTo(unknowing);
        assertThat(Json.read(unknowing.put("latitude", 0).put("longitude", 0).toString(), DroneTelemetry.class)
                        .position())
                .as("as it was said before the first fix")
                .isNull();
    }

    @Test
    void noMemberOfAFamilyIsForgotten() {
        assertThat(typesOf(ExampleMessages.REQUESTS))
                .containsExactlyInAnyOrder(DeliveryRequest.class.getPermittedSubclasses());
        assertThat(typesOf(ExampleMessages.EVENTS))
                .containsExactlyInAnyOrder(DeliveryEvent.class.getPermittedSubclasses());
        assertThat(typesOf(ExampleMessages.STREAM))
                .containsExactlyInAnyOrder(DroneStream.class.getPermittedSubclasses());
    }

    @Test
    void whatIsNoMessageIsRefusedWithThePlace() {
        assertThatThrownBy(() -> Json.read("{\"type\":\"NoSuchThing\"}", DeliveryEvent.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("NoSuchThing");
    }

    private static Class<?>[] typesOf(List<?> messages) {
        return messages.stream().map(Object::getClass).toArray(Class<?>[]::new);
    }

    /** What a reader asks for: the family where there is one. */
    private static Class<?> contract(Object message) {
        return Arrays.stream(message.getClass().getInterfaces())
                .filter(Class::isSealed)
                .<Class<?>>map(family -> family)
                .findFirst()
                .orElse(message.getClass());
    }

    private static String golden(Object message) {
        return released(message).getLast();
    }

    /** The golden files of the message, from its first form to what is written now. */
    private static List<String> released(Object message) {
        List<String> forms = IntStream.iterate(1, version -> version + 1)
                .mapToObj(version ->
                        read("/golden/%s.v%d.json".formatted(message.getClass().getSimpleName(), version)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        assertThat(forms).as("the golden files of " + message.getClass()).isNotEmpty();
        return forms;
    }

    private static Optional<String> read(String name) {
        try (InputStream file = WireFormTest.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(new String(file.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
