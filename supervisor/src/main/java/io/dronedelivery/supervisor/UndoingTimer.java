package io.dronedelivery.supervisor;

import io.dronedelivery.supervisor.domain.compensation.State.AwaitingDrone;
import io.dronedelivery.supervisor.domain.compensation.State.Finished;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Resolved;
import io.dronedelivery.supervisor.domain.compensation.State.Undecided;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import io.dronedelivery.supervisor.domain.compensation.Undoing;
import io.dronedelivery.supervisor.domain.compensation.Workflow;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Has what is due, by the scaled clock, carried out; looks every few moments of real time. */
@Singleton
class UndoingTimer {
    private static final Logger log = Logger.getLogger(UndoingTimer.class);

    private final Vertx vertx;
    private final Undoing undoing;
    private final SupervisorConfig config;
    private final List<Pulse> pulses = new ArrayList<>();

    UndoingTimer(Vertx vertx, Undoing undoing, SupervisorConfig config) {
        this.vertx = vertx;
        this.undoing = undoing;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        pulses.add(Pulse.every(vertx, config.tick(), "the undoing", undoing::runDue, UndoingTimer::tell));
    }

    void stop(@Observes ShutdownEvent stopping) {
        pulses.forEach(Pulse::end);
    }

    private static void tell(List<Workflow> workflows) {
        workflows.forEach(UndoingTimer::tell);
    }

    private static void tell(Workflow workflow) {
        String deliveryId = workflow.deliveryId();
        int attempt = workflow.attempt();
        switch (workflow.state()) {
            case Finished _ ->
                log.infof(
                        "compensation finished delivery=%s attempt=%d undone=%d",
                        deliveryId, attempt, workflow.progress().undone().size());
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
