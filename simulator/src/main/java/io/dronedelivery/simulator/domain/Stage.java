package io.dronedelivery.simulator.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a drone is doing with itself at the moment, whatever for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Stage.Resting.class),
    @JsonSubTypes.Type(Stage.SpinningUp.class),
    @JsonSubTypes.Type(Stage.Climbing.class),
    @JsonSubTypes.Type(Stage.Cruising.class),
    @JsonSubTypes.Type(Stage.Descending.class),
    @JsonSubTypes.Type(Stage.SpinningDown.class),
    @JsonSubTypes.Type(Stage.Handling.class)
})
public sealed interface Stage {

    /** On the ground, disarmed. */
    record Resting() implements Stage {}

    /** Armed; the rotors come up to speed. */
    record SpinningUp(double secondsLeft) implements Stage {}

    /** Straight up. */
    record Climbing(double altitude) implements Stage {}

    /** On its way, the last seconds hovering above its goal included. */
    record Cruising(double altitude) implements Stage {}

    /** Straight down onto its goal. */
    record Descending() implements Stage {}

    /** Touched down; disarmed as soon as the rotors stand still. */
    record SpinningDown(double secondsLeft) implements Stage {}

    /** The parcel is put in or taken out. */
    record Handling(double secondsLeft) implements Stage {}
}
