package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import java.util.List;

/** What {@link Plausibility} makes of a sample. */
sealed interface Judgement {

    /** What speaks against a sample, or against one thing that it says. */
    record Objection(Reason reason, String detail) {}

    /**
     * It is plausible.
     *
     * @param sample as it is believed: numbered in the drone's stream, and without what is not believed of it
     * @param setAside what is not believed of it
     * @param late whether it tells what was before the last that is known, so that it does not become that
     */
    record Believed(DroneTelemetry sample, List<Objection> setAside, boolean late) implements Judgement {
        public Believed {
            setAside = List.copyOf(setAside);
        }
    }

    /**
     * It is not plausible.
     *
     * @param late whether it tells what was before the last that is known, so that it says nothing of the present
     */
    record Implausible(Objection because, boolean late) implements Judgement {}
}
