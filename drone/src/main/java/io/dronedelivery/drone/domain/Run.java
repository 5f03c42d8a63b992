package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import io.dronedelivery.drone.domain.Judgement.Objection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Samples of a drone that are not plausible with what is known of it, but each with the one before and the one after.
 * Once they are many enough, over a time that is long enough, it is what is known that is wrong.
 *
 * @param held in the order they came
 */
record Run(List<Held> held) {
    static final Run NONE = new Run(List.of());

    static final int CONVINCING_SAMPLES_MIN = 5;

    /** In the air it is pressing: a drone may land before the truth is known, or be taken for lost. */
    static final Duration CONVINCING_IN_THE_AIR = Duration.ofSeconds(10);

    /** On the ground it is not, and a receiver without a fix says the same wrong place for a while. */
    static final Duration CONVINCING_ON_THE_GROUND = Duration.ofSeconds(60);

    /** A minute of ten samples a second. */
    static final int SAMPLES_MAX = 600;

    /**
     * A sample that is not believed for the time being.
     *
     * @param sample its time is never too far ahead
     */
    record Held(DroneTelemetry sample, Objection because, Instant receivedAt) {}

    /**
     * This with a further sample; a new run where the sample does not follow. One that is heard again changes nothing, nor does
     * one among others that is impossible by itself.
     */
    Run plus(DroneState drone, Held next) {
        boolean passedOver = !held.isEmpty() && tooFast(next) && !tooFast(held.getFirst());
        if (passedOver || held.stream().anyMatch(known -> known.sample().equals(next.sample()))) {
            return this;
        }
        return new Run(continuedBy(next) && follows(drone, next) ? longer(next) : List.of(next));
    }

    /** What is left of it after a sample that is believed: nothing, unless that says nothing of the place, and this does. */
    Run after(DroneTelemetry believed) {
        boolean ofPlace = !held.isEmpty() && held.getFirst().because().reason() == Reason.PLACE;
        return ofPlace && believed.position() == null ? this : NONE;
    }

    private boolean continuedBy(Held next) {
        return !held.isEmpty() && tooFast(next) == tooFast(held.getFirst());
    }

    private static boolean tooFast(Held one) {
        return one.because().reason() == Reason.SPEED;
    }

    /**
     * Whether it follows from the last one, and the last one would follow from it. A step back to what is plausible at once,
     * such as the drone's base, says nothing for the sample before it.
     */
    private boolean follows(DroneState drone, Held next) {
        Held last = held.getLast();
        Sighting before = Sighting.of(last.sample(), null, last.receivedAt());
        Sighting after = Sighting.of(next.sample(), null, last.receivedAt());
        return Plausibility.against(drone.seen(before), next.sample(), false, next.receivedAt())
                        .isEmpty()
                && Plausibility.against(drone.seen(after), last.sample(), true, next.receivedAt())
                        .isEmpty();
    }

    /** Where there are too many, one of the middle goes: the first tells since when, the last where it is. */
    private List<Held> longer(Held next) {
        List<Held> all = new ArrayList<>(held);
        if (all.size() == SAMPLES_MAX) {
            all.remove(SAMPLES_MAX / 2);
        }
        all.add(next);
        return List.copyOf(all);
    }

    /** Whether it is to be believed after all. */
    boolean convincing() {
        if (held.size() < CONVINCING_SAMPLES_MIN) {
            return false;
        }
        boolean standing = Plausibility.standing(held.getLast().sample());
        return span().compareTo(standing ? CONVINCING_ON_THE_GROUND : CONVINCING_IN_THE_AIR) >= 0;
    }

    /** By the drone's clock or by ours; only by ours where the drone may have lost count, since old samples may come at once. */
    private Duration span() {
        Held first = held.getFirst();
        Held last = held.getLast();
        Duration byUs = Duration.between(first.receivedAt(), last.receivedAt());
        boolean lostCount = held.stream().anyMatch(one -> one.because().reason() == Reason.SEQUENCE);
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
