package io.dronedelivery.simulator;

import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.simulator.domain.Drone;
import io.dronedelivery.simulator.domain.Swarm;
import io.dronedelivery.simulator.domain.Wind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fleet of the plan in flight: it goes on where the snapshot left it. */
final class Simulation {
    /** While the telemetry API is away, the samples of so many seconds are kept. */
    private static final int BACKLOG_SECONDS = 300;

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** More samples than a drone can have sent between its last snapshot and the kill. */
    private static final int UNSAVED_SAMPLES_MAX = 10_000;

    private final InstantSource clock;
    private final Snapshot snapshot;
    private final Swarm swarm;
    private final Backlog backlog;
    private final Link link;
    private Set<MissionReference> remembered = Set.of();

    Simulation(FleetPlan plan, long seed, InstantSource clock, Snapshot snapshot, TelemetryClient client) {
        this.clock = clock;
        this.snapshot = snapshot;
        this.swarm = restored(plan, seed, snapshot.load(), clock.instant());
        this.backlog = new Backlog(BACKLOG_SECONDS * plan.drones().size());
        this.link = new Link(client, backlog, swarm::obey, PAUSE);
    }

    private static Swarm restored(FleetPlan plan, long seed, Map<String, Drone> saved, Instant now) {
        Swarm swarm = new Swarm(new Wind(seed), now);
        plan.drones().forEach((id, registration) -> {
            Drone drone = saved.get(id);
            swarm.add(
                    drone == null
                            ? Drone.at(id, plan.base(registration.baseId()).location(), now)
                            : drone.withSequence(Math.max(drone.sequence() + UNSAVED_SAMPLES_MAX, now.toEpochMilli())),
                    registration.airframe());
        });
        return swarm;
    }

    /** Flies until now and talks to the telemetry API. */
    void tick() {
        backlog.add(swarm.advance(clock.instant()));
        remember();
        link.exchange();
    }

    /** Whether the telemetry API has not answered yet, or its answer was not taken. */
    boolean isPosting() {
        return link.isPosting();
    }

    /** What a drone will not fly any more must survive a kill before anybody is told so. */
    private void remember() {
        Set<MissionReference> over = swarm.drones().stream()
                .flatMap(drone -> Stream.ofNullable(drone.over()))
                .collect(Collectors.toSet());
        if (!over.equals(remembered)) {
            save();
            remembered = over;
        }
    }

    void save() {
        snapshot.save(swarm.drones());
    }
}
