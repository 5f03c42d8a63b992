package io.dronedelivery.chassis.retry;

import io.dronedelivery.chassis.failure.Failures;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Another process is away: what consumers do until it is back. */
public final class Outage {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));
    private static final Logger log = Logger.getLogger(Outage.class);

    private Outage() {}

    /** Does the work, again and again for as long as only an outage prevents it; fails with anything else. */
    public static <T> Uni<T> retryUntilOver(String what, Supplier<Uni<? extends T>> work) {
        Uni<T> once = Uni.createFrom()
                .<T>deferred(work)
                .onFailure(Failures::mayPass)
                .invoke(failure -> log.warnf("waiting what=%s because=%s", what, failure));
        return BACKOFF.retry(once, Failures::mayPass);
    }

    /** Does the work, again and again until it succeeds: where no failure but an outage is possible. */
    public static Uni<Void> retryForever(Supplier<CompletionStage<Void>> work) {
        return BACKOFF.retry(Uni.createFrom().completionStage(work), _ -> true);
    }
}
