package io.dronedelivery.chassis.failure;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Another process is away: what consumers do until it is back. */
public final class Outage {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final double JITTER = 0.3;
    private static final Logger log = Logger.getLogger(Outage.class);

    private Outage() {}

    /** Does the work, again and again for as long as only an outage prevents it; fails with anything else. */
    public static <T> Uni<T> retryUntilOver(String what, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure(Failures::mayPass)
                .invoke(failure -> log.warnf("waiting what=%s because=%s", what, failure))
                .onFailure(Outage::asksForMore)
                .call(failure -> pause(((RemoteFailure) failure).retryAfter()))
                .onFailure(Failures::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(JITTER)
                .indefinitely();
    }

    /** Does the work, again and again until it succeeds: where no failure but an outage is possible. */
    public static Uni<Void> retryForever(Supplier<CompletionStage<Void>> work) {
        return Uni.createFrom()
                .completionStage(work)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(JITTER)
                .indefinitely();
    }

    private static boolean asksForMore(Throwable failure) {
        return failure instanceof RemoteFailure remote && remote.retryAfter().isPositive();
    }

    private static Uni<Void> pause(Duration time) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(time);
    }
}
