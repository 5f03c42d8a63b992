package io.dronedelivery.simulator.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.MissionReference;
import org.jspecify.annotations.Nullable;

/** What a drone is out for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Errand.Idle.class),
    @JsonSubTypes.Type(Errand.Fetch.class),
    @JsonSubTypes.Type(Errand.Carry.class),
    @JsonSubTypes.Type(Errand.GoHome.class)
})
public sealed interface Errand {

    /** Nothing: it is charged at home. */
    record Idle() implements Errand {}

    /** To the pickup, to load. */
    record Fetch(Flight flight) implements Errand {}

    /** To the drop-off, to unload. */
    record Carry(Flight flight) implements Errand {}

    /**
     * Home.
     *
     * @param mission the mission it still reports: the one it gave up, until it has landed; the one it finished, until it
     *     has taken off
     */
    record GoHome(@Nullable MissionReference mission) implements Errand {}

    /** The mission to report. */
    default @Nullable MissionReference reported() {
        return switch (this) {
            case Idle() -> null;
            case Fetch(Flight flight) -> flight.mission();
            case Carry(Flight flight) -> flight.mission();
            case GoHome home -> home.mission();
        };
    }
}
