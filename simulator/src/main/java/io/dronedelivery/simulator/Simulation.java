package io.dronedelivery.simulator;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.simulator.domain.Drone;
import io.dronedelivery.simulator.domain.Swarm;
import io.dronedelivery.simulator.domain.Wind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fleet of the plan in flight: it goes on where the snapshot left it. */
final class Simulation {
    /** While its link is down, so many samples of a drone are kept: five minutes of flight. */
    private static final int BACKLOG_SAMPLES_MAX = 300;

    /** More samples than a drone can have sent between its last snapshot and the kill. */
    private static final int UNSAVED_SAMPLES_MAX = 10_000;

    private final InstantSource clock;
    private final Snapshot snapshot;
    private final Swarm swarm;
    private final Map<String, Link> links;
    private Set<MissionReference> remembered = Set.of();

    Simulation(
            FleetPlan plan,
            long seed,
            InstantSource clock,
            Snapshot snapshot,
            TelemetryClient client,
            Timetable timetable) {
        this.clock = clock;
        this.snapshot = snapshot;
        this.swarm = restored(plan, seed, snapshot.load(), clock.instant());
        this.links = links(List.copyOf(plan.drones().keySet()), client, swarm, timetable);
    }

    private static Map<String, Link> links(
            List<String> droneIds, TelemetryClient client, Swarm swarm, Timetable timetable) {
        Map<String, Link> links = new LinkedHashMap<>();
        for (String droneId : droneIds) {
            TimeSlots slots = timetable.slots(links.size(), droneIds.size());
            links.put(droneId, new Link(droneId, client, new Backlog(BACKLOG_SAMPLES_MAX), swarm::obey, slots));
        }
        return links;
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
        for (DroneTelemetry sample : swarm.advance(clock.instant())) {
            Objects.requireNonNull(links.get(sample.droneId())).report(sample);
        }
        remember();
        links.values().forEach(Link::exchange);
    }

    /** Whether the telemetry API has not answered some drone yet, or its answer was not taken. */
    boolean isPosting() {
        return links.values().stream().anyMatch(Link::isPosting);
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
