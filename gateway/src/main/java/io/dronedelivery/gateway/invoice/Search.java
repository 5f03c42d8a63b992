package io.dronedelivery.gateway.invoice;

import static io.dronedelivery.contracts.InternalPaths.SEARCHED_IDS_MAX;

import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.failure.Failures;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Asks one service about many deliveries: in one call, or in one for each thousand, all at once. It never fails: what could not
 * be had in time is missing.
 *
 * @param service the service
 * @param call asks it about at most a thousand
 * @param timeout so long an answer is waited for
 */
record Search<T>(Downstream service, Function<List<String>, Uni<List<T>>> call, Duration timeout) {
    private static final Logger log = Logger.getLogger(Search.class);

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
        return service.call(() -> call.apply(ids))
                .map(found -> new Searched<>(found, true))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .invoke(failure -> log.warnf(
                        "details missing downstream=%s deliveries=%d because=%s",
                        service.name(), ids.size(), Failures.root(failure)))
                .onFailure()
                .recoverWithItem(Searched::nothing);
    }
}
