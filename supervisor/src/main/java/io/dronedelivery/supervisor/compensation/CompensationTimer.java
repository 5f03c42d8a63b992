package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.retry.Backoff;
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
import org.jboss.logging.Logger.Level;

/** Carries out the compensations that are due by the scaled clock; looks for them every tick of real time, at rest less often. */
@Singleton
class CompensationTimer {
    private static final Logger log = Logger.getLogger(CompensationTimer.class);

    private final PeriodicTask task;

    CompensationTimer(
            Vertx vertx, Compensations compensations, Services services, SupervisorConfig config, InstantSource clock) {
        RetryPolicy policy = new RetryPolicy(
                config.decideWithin(),
                config.lease(),
                new Backoff(config.firstPause(), config.longestPause()),
                config.triesMax());
        CompensationRunner runner = new CompensationRunner(compensations, services, policy, clock, new Random());
        task = PeriodicTask.resting(vertx, config.tick(), config.restMax(), "compensations", () -> runner.runDue()
                .invoke(tried -> tried.forEach(CompensationTimer::logState))
                .map(tried -> !tried.isEmpty()));
    }

    void start(@Observes StartupEvent started) {
        task.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        task.end();
    }

    private static void logState(Compensation compensation) {
        Level level =
                switch (compensation.state()) {
                    case Finished _, Resolved _ -> Level.INFO;
                    case Waiting _, AwaitingDrone _ -> Level.WARN;
                    case Undecided _, Parked _ -> Level.ERROR;
                };
        log.logf(
                level,
                "compensation tried delivery=%s attempt=%d undone=%d state=%s",
                compensation.deliveryId(),
                compensation.attempt(),
                compensation.progress().undone().size(),
                compensation.state());
    }
}
