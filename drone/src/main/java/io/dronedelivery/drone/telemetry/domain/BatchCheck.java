package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.dronedelivery.drone.telemetry.domain.PlausibilityResult.Accepted;
import io.dronedelivery.drone.telemetry.domain.PlausibilityResult.Rejected;
import io.dronedelivery.drone.telemetry.domain.PlausibilityResult.Rejection;
import io.dronedelivery.drone.telemetry.domain.UnconfirmedSamples.Unconfirmed;
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

/** Checks the samples of a batch one after the other: which are accepted, and so published, and which are rejected. */
final class BatchCheck {
    private final Function<String, @Nullable DroneState> known;
    private final Function<String, UnconfirmedSamples> earlier;
    private final Instant receivedAt;
    private final Map<String, DroneState> drones = new HashMap<>();
    private final Map<String, UnconfirmedSamples> unconfirmed = new TreeMap<>();
    private final List<DroneTelemetry> published = new ArrayList<>();
    private final List<LastReport> reports = new ArrayList<>();
    private final SortedMap<Integer, Unconfirmed> rejected = new TreeMap<>();
    private final List<Unconfirmed> rejectedValues = new ArrayList<>();

    /**
     * A check that starts from what is known.
     *
     * @param known the drones by their ids; none where they are not registered
     * @param earlier the unconfirmed samples of each drone so far
     */
    BatchCheck(
            Function<String, @Nullable DroneState> known,
            Function<String, UnconfirmedSamples> earlier,
            Instant receivedAt) {
        this.known = known;
        this.earlier = earlier;
        this.receivedAt = receivedAt;
    }

    /** Checks the next sample; one of a drone that is not registered is skipped. */
    void check(int index, DroneTelemetry sample) {
        DroneState drone = drones.computeIfAbsent(sample.droneId(), known);
        if (drone == null) {
            return;
        }
        switch (Plausibility.check(drone, sample, receivedAt)) {
            case Accepted accepted -> {
                accept(drone, sample, accepted);
                if (!accepted.late()) {
                    unconfirmed.put(drone.droneId(), unconfirmed(drone).after(sample));
                }
            }
            case Rejected(Rejection because, boolean late) -> {
                Unconfirmed one = new Unconfirmed(Plausibility.inTime(sample, receivedAt), because, receivedAt);
                rejected.put(index, one);
                if (!late) {
                    keep(drone, one);
                }
            }
        }
    }

    private UnconfirmedSamples unconfirmed(DroneState drone) {
        return unconfirmed.computeIfAbsent(drone.droneId(), earlier);
    }

    private void keep(DroneState drone, Unconfirmed one) {
        UnconfirmedSamples series = unconfirmed(drone).plus(drone, one);
        unconfirmed.put(drone.droneId(), series.confirmed() ? UnconfirmedSamples.NONE : series);
        if (series.confirmed()) {
            rejected.values().removeAll(series.samples());
            acceptAll(drone, series.samples());
        }
    }

    private void acceptAll(DroneState drone, List<Unconfirmed> samples) {
        DroneState state = drone.numberingNext(samples.getFirst().sample().sequence());
        for (Unconfirmed one : samples) {
            Accepted accepted = Plausibility.accepted(state.lastReport(), one.sample(), false, one.receivedAt());
            state = accept(state, one.sample(), accepted);
        }
    }

    private DroneState accept(DroneState drone, DroneTelemetry told, Accepted accepted) {
        published.add(accepted.sample());
        accepted.rejections().forEach(rejection -> rejectedValues.add(new Unconfirmed(told, rejection, receivedAt)));
        if (accepted.late()) {
            return drone;
        }
        LastReport lastReport = LastReport.of(accepted.sample(), drone.lastReport(), receivedAt);
        reports.add(lastReport);
        DroneState after = drone.seen(lastReport);
        drones.put(drone.droneId(), after);
        return after;
    }

    /** The accepted samples, in their order. */
    List<DroneTelemetry> published() {
        return List.copyOf(published);
    }

    /** The reports that they make, in their order. */
    List<LastReport> reports() {
        return List.copyOf(reports);
    }

    /** The unconfirmed samples from now on, of the drones in the batch. */
    Map<String, UnconfirmedSamples> unconfirmed() {
        return Map.copyOf(unconfirmed);
    }

    /** Why samples are rejected, by their place in the batch. */
    SortedMap<Integer, Rejection> rejected() {
        SortedMap<Integer, Rejection> reasons = new TreeMap<>();
        rejected.forEach((index, one) -> reasons.put(index, one.because()));
        return reasons;
    }

    /** The rejected samples, in their order. */
    List<DroneTelemetry> rejectedSamples() {
        return rejected.values().stream().map(Unconfirmed::sample).toList();
    }

    /** Notes the rejected samples, and the rejected values of accepted ones. */
    void note(RejectedReportLog log) {
        Consumer<Unconfirmed> noting = one -> log.note(
                one.sample().droneId(),
                new SetAside(one.because().reason(), one.because().detail(), one.receivedAt(), one.sample()));
        rejected.values().forEach(noting);
        rejectedValues.forEach(noting);
    }
}
