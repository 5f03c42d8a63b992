package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.CompensationRunner;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.RetryPolicy;
import io.dronedelivery.supervisor.compensation.domain.Services;
import io.dronedelivery.supervisor.compensation.domain.State.AwaitingDrone;
import io.dronedelivery.supervisor.compensation.domain.State.Finished;
import io.dronedelivery.supervisor.compensation.domain.State.Parked;
import io.dronedelivery.supervisor.compensation.domain.State.Resolved;
import io.dronedelivery.supervisor.compensation.domain.State.Undecided;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import io.dronedelivery.supervisor.shared.SupervisorConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Random;
import org.jboss.logging.Logger;

/** Carries out the compensations that are due by the scaled clock; looks for them every tick of real time. */
@Singleton
class CompensationTimer {
    private static final Logger log = Logger.getLogger(CompensationTimer.class);

    private final PeriodicTask task;

    CompensationTimer(
            Vertx vertx, Compensations compensations, Services services, SupervisorConfig config, InstantSource clock) {
        RetryPolicy policy = new RetryPolicy(
                config.decideWithin(), config.lease(), config.firstPause(), config.longestPause(), config.triesMax());
        CompensationRunner runner = new CompensationRunner(compensations, services, policy, clock, new Random());
        task = new PeriodicTask(vertx, config.tick(), "compensations", () -> runner.runDue()
                .invoke(tried -> tried.forEach(CompensationTimer::logState)));
    }

    void start(@Observes StartupEvent started) {
        task.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        task.end();
    }

    private static void logState(Compensation compensation) {
        String deliveryId = compensation.deliveryId();
        int attempt = compensation.attempt();
        switch (compensation.state()) {
            case Finished _ ->
                log.infof(
                        "compensation finished delivery=%s attempt=%d undone=%d",
                        deliveryId, attempt, compensation.progress().undone().size());
            case Waiting waiting ->
                log.warnf(
                        "compensation waits delivery=%s attempt=%d tries=%d until=%s because=%s",
                        deliveryId, attempt, waiting.tries(), waiting.nextAt(), waiting.failure());
            case AwaitingDrone awaiting ->
                log.warnf(
                        "compensation awaits its drone delivery=%s attempt=%d since=%s because=%s",
                        deliveryId, attempt, awaiting.since(), awaiting.failure());
            case Undecided undecided ->
                log.errorf(
                        "compensation undecided delivery=%s attempt=%d until=%s because=%s",
                        deliveryId, attempt, undecided.until(), undecided.because());
            case Parked parked ->
                log.errorf(
                        "compensation parked delivery=%s attempt=%d because=%s", deliveryId, attempt, parked.failure());
            case Resolved resolved ->
                log.infof(
                        "compensation resolved delivery=%s attempt=%d by=%s", deliveryId, attempt, resolved.operator());
        }
    }
}
