package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.telemetry.domain.PlausibilityResult.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rejected samples of a drone that are not plausible with its last report, but with each other. Once there are enough of
 * them, over enough time, they are confirmed: the last report is wrong.
 *
 * @param samples in the order they came
 */
record UnconfirmedSamples(List<Unconfirmed> samples) {
    static final UnconfirmedSamples NONE = new UnconfirmedSamples(List.of());

    static final int CONFIRMING_SAMPLES_MIN = 5;

    /** In the air there is little time: the drone may land before, or be taken for lost. */
    static final Duration CONFIRMED_AFTER_IN_THE_AIR = Duration.ofSeconds(10);

    /** On the ground there is more; and a receiver without a fix tells the same wrong place for a while. */
    static final Duration CONFIRMED_AFTER_ON_THE_GROUND = Duration.ofSeconds(60);

    /** Ten samples a second for a minute. */
    static final int SAMPLES_MAX = 600;

    /**
     * A sample that is rejected for the time being.
     *
     * @param sample its time is never too far ahead
     */
    record Unconfirmed(DroneTelemetry sample, Rejection because, Instant receivedAt) {}

    /**
     * This with a further sample; a new series if the sample does not follow. A sample that comes again changes nothing, nor
     * does one that is too fast among others that are not.
     */
    UnconfirmedSamples plus(DroneState drone, Unconfirmed next) {
        boolean skipped = !samples.isEmpty() && tooFast(next) && !tooFast(samples.getFirst());
        if (skipped || samples.stream().anyMatch(known -> known.sample().equals(next.sample()))) {
            return this;
        }
        return new UnconfirmedSamples(continuedBy(next) && follows(drone, next) ? longer(next) : List.of(next));
    }

    /** What is left after an accepted sample: nothing, unless this is about the place, and that sample has none. */
    UnconfirmedSamples after(DroneTelemetry accepted) {
        boolean ofPlace = !samples.isEmpty() && samples.getFirst().because().reason() == Reason.PLACE;
        return ofPlace && accepted.position() == null ? this : NONE;
    }

    private boolean continuedBy(Unconfirmed next) {
        return !samples.isEmpty() && tooFast(next) == tooFast(samples.getFirst());
    }

    private static boolean tooFast(Unconfirmed one) {
        return one.because().reason() == Reason.SPEED;
    }

    /**
     * Whether it follows from the last one, and the last one would follow from it. A step back to what is plausible at once,
     * such as the drone's base, says nothing for the sample before it.
     */
    private boolean follows(DroneState drone, Unconfirmed next) {
        Unconfirmed last = samples.getLast();
        LastReport before = LastReport.of(last.sample(), null, last.receivedAt());
        LastReport after = LastReport.of(next.sample(), null, last.receivedAt());
        return Plausibility.against(drone.seen(before), next.sample(), false, next.receivedAt())
                        .isEmpty()
                && Plausibility.against(drone.seen(after), last.sample(), true, next.receivedAt())
                        .isEmpty();
    }

    /** If there are too many, one in the middle goes: the first tells since when, the last where the drone is. */
    private List<Unconfirmed> longer(Unconfirmed next) {
        List<Unconfirmed> all = new ArrayList<>(samples);
        if (all.size() == SAMPLES_MAX) {
            all.remove(SAMPLES_MAX / 2);
        }
        all.add(next);
        return List.copyOf(all);
    }

    /** Whether they are accepted after all. */
    boolean confirmed() {
        if (samples.size() < CONFIRMING_SAMPLES_MIN) {
            return false;
        }
        boolean standing = Plausibility.standing(samples.getLast().sample());
        return span().compareTo(standing ? CONFIRMED_AFTER_ON_THE_GROUND : CONFIRMED_AFTER_IN_THE_AIR) >= 0;
    }

    /** By the drone's clock or by ours; only by ours if the drone may have lost count, since old samples may come at once. */
    private Duration span() {
        Unconfirmed first = samples.getFirst();
        Unconfirmed last = samples.getLast();
        Duration byUs = Duration.between(first.receivedAt(), last.receivedAt());
        boolean lostCount = samples.stream().anyMatch(one -> one.because().reason() == Reason.SEQUENCE);
        return Stream.of(
                        byUs,
                        lostCount
                                ? byUs
                                : Duration.between(
                                        first.sample().time(), last.sample().time()))
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
