package io.dronedelivery.gateway.invoice;

import io.dronedelivery.gateway.part.Part;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service knows of many deliveries.
 *
 * @param complete whether it was asked about all of them, and answered in time
 */
record Searched<T>(List<T> found, boolean complete) {

    /** The service could not tell. */
    static <T> Searched<T> nothing() {
        return new Searched<>(List.of(), false);
    }

    /** What came of one call. */
    static <T> Searched<T> of(Part<List<T>> part) {
        return part.found() == null ? nothing() : new Searched<>(part.found(), true);
    }

    /** The parts together. */
    static <T> Searched<T> all(List<Searched<T>> parts) {
        Stream<T> found = parts.stream().flatMap(part -> part.found().stream());
        return new Searched<>(found.toList(), parts.stream().allMatch(Searched::complete));
    }
}
