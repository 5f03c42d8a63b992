package io.dronedelivery.gateway.part;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one service has for an answer.
 *
 * @param service the service
 * @param found what it has; absent where it has nothing, or could not tell in time
 */
public record Part<T>(String service, @Nullable T found) {

    /** What is made of it; absent where it is missing. */
    public <R> @Nullable R map(Function<T, R> change) {
        return found == null ? null : change.apply(found);
    }

    /** The services whose part is missing, each once, in the order of their names. */
    public static List<String> missing(Stream<Part<?>> parts) {
        return parts.filter(part -> part.found() == null)
                .map(Part::service)
                .distinct()
                .sorted()
                .toList();
    }
}
