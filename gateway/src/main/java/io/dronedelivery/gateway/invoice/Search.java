package io.dronedelivery.gateway.invoice;

import static io.dronedelivery.contracts.InternalPaths.SEARCHED_IDS_MAX;

import io.dronedelivery.gateway.part.Source;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Asks one service about many deliveries: in one call, or in one for each thousand, all at once. It never fails: what could not
 * be had in time is missing.
 *
 * @param source the service
 * @param call asks it about at most a thousand
 */
record Search<T>(Source source, Function<List<String>, Uni<List<T>>> call) {

    Uni<Searched<T>> about(List<String> deliveryIds) {
        List<Uni<Searched<T>>> parts =
                thousands(deliveryIds).stream().map(this::part).toList();
        return Uni.join().all(parts).andFailFast().map(Searched::all);
    }

    private static List<List<String>> thousands(List<String> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + SEARCHED_IDS_MAX)
                .mapToObj(from -> ids.subList(from, Math.min(from + SEARCHED_IDS_MAX, ids.size())))
                .toList();
    }

    private Uni<Searched<T>> part(List<String> ids) {
        return source.part(() -> call.apply(ids)).map(Searched::of);
    }
}
