package io.dronedelivery.gateway.part;

import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.failure.Failures;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A service that is asked for its part of an answer.
 *
 * @param service the service
 * @param timeout so long its answer is waited for
 */
public record Source(Downstream service, Duration timeout) {
    private static final Logger log = Logger.getLogger(Source.class);

    /** A part that the answer can do without. It never fails: what could not be had in time is missing. */
    public <T> Uni<Part<T>> part(Supplier<Uni<T>> call) {
        return service.find(call)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .invoke(failure ->
                        log.warnf("part missing downstream=%s because=%s", service.name(), Failures.root(failure)))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .map(found -> new Part<>(service.name(), found.orElse(null)));
    }

    /**
     * A part that there is no answer without; empty where there is no such thing. Fails with {@link RemoteFailure} where the
     * service can't tell, or not in time.
     */
    public <T> Uni<Optional<T>> find(Supplier<Uni<T>> call) {
        return service.find(call)
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new RemoteFailure("The service %s did not answer in time.".formatted(service.name())))
                .onFailure(ProblemException.class)
                .transform(refused ->
                        new RemoteFailure("The service %s did not do its part.".formatted(service.name()), refused));
    }
}
