package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.domain.Judgement.Believed;
import io.dronedelivery.drone.domain.Judgement.Implausible;
import io.dronedelivery.drone.domain.Judgement.Objection;
import io.dronedelivery.drone.domain.Run.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The samples of a batch, judged one after the other: what is to be published of them, and what is not believed. */
final class Review {
    private final Function<String, @Nullable DroneState> known;
    private final Function<String, Run> earlier;
    private final Instant receivedAt;
    private final Map<String, DroneState> drones = new HashMap<>();
    private final Map<String, Run> runs = new TreeMap<>();
    private final List<DroneTelemetry> published = new ArrayList<>();
    private final List<Sighting> seen = new ArrayList<>();
    private final SortedMap<Integer, Held> refused = new TreeMap<>();
    private final List<Held> claims = new ArrayList<>();

    /**
     * A review that begins with what is known.
     *
     * @param known the drones by their ids; none where they are not registered
     * @param earlier what is held of each drone
     */
    Review(Function<String, @Nullable DroneState> known, Function<String, Run> earlier, Instant receivedAt) {
        this.known = known;
        this.earlier = earlier;
        this.receivedAt = receivedAt;
    }

    /** Judges the next sample; that of a drone that is not registered is passed over. */
    void judge(int index, DroneTelemetry sample) {
        DroneState drone = drones.computeIfAbsent(sample.droneId(), known);
        if (drone == null) {
            return;
        }
        switch (Plausibility.judge(drone, sample, receivedAt)) {
            case Believed believed -> {
                believe(drone, sample, believed);
                if (!believed.late()) {
                    runs.put(drone.droneId(), run(drone).after(sample));
                }
            }
            case Implausible(Objection because, boolean late) -> {
                Held held = new Held(Plausibility.inTime(sample, receivedAt), because, receivedAt);
                refused.put(index, held);
                if (!late) {
                    hold(drone, held);
                }
            }
        }
    }

    private Run run(DroneState drone) {
        return runs.computeIfAbsent(drone.droneId(), earlier);
    }

    private void hold(DroneState drone, Held held) {
        Run run = run(drone).plus(drone, held);
        runs.put(drone.droneId(), run.convincing() ? Run.NONE : run);
        if (run.convincing()) {
            refused.values().removeAll(run.held());
            DroneState state =
                    drone.numberingNext(run.held().getFirst().sample().sequence());
            for (Held one : run.held()) {
                Believed believed = Plausibility.believed(state.sighting(), one.sample(), false, one.receivedAt());
                state = believe(state, one.sample(), believed);
            }
        }
    }

    private DroneState believe(DroneState drone, DroneTelemetry told, Believed believed) {
        published.add(believed.sample());
        believed.setAside().forEach(objection -> claims.add(new Held(told, objection, receivedAt)));
        if (believed.late()) {
            return drone;
        }
        Sighting sighting = Sighting.of(believed.sample(), drone.sighting(), receivedAt);
        seen.add(sighting);
        DroneState after = drone.seen(sighting);
        drones.put(drone.droneId(), after);
        return after;
    }

    /** The samples that are true, in their order. */
    List<DroneTelemetry> published() {
        return List.copyOf(published);
    }

    /** What becomes known by them, in their order. */
    List<Sighting> seen() {
        return List.copyOf(seen);
    }

    /** What is held from now on of the drones that were heard. */
    Map<String, Run> runs() {
        return Map.copyOf(runs);
    }

    /** The samples that are set aside, by their place in the batch. */
    SortedMap<Integer, Objection> refused() {
        SortedMap<Integer, Objection> reasons = new TreeMap<>();
        refused.forEach((index, held) -> reasons.put(index, held.because()));
        return reasons;
    }

    /** Notes whatever is not believed. */
    void note(SetAsideLog log) {
        Consumer<Held> noting = one -> log.note(
                one.sample().droneId(),
                new SetAside(one.because().reason(), one.because().detail(), one.receivedAt(), one.sample()));
        refused.values().forEach(noting);
        claims.forEach(noting);
    }
}
