package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a drone is there for.
 *
 * @param assignment what it is reserved for, if anything
 * @param flight the mission it is to fly: there once the delivery has confirmed the reservation, until it is recalled
 * @param withheld whether an earlier attempt may still be flown, by whichever drone, or took the parcel along and is not told yet:
 *     until then the mission is not ordered
 * @param endedAt when its last mission ended
 * @param withdrawn the missions it is to give up, and of which it is not told yet that it did
 */
public record Duty(
        @Nullable MissionReference assignment,
        @Nullable Flight flight,
        boolean withheld,
        @Nullable Instant endedAt,
        List<Withdrawal> withdrawn) {

    /** That of a new drone. */
    static final Duty NONE = new Duty(null, null, false, null, List.of());

    public Duty {
        withdrawn = List.copyOf(withdrawn);
    }

    /** The mission that it is ordered to fly now. */
    @Nullable
    Flight ordered() {
        return withheld ? null : flight;
    }

    /** Whether it may still fly a mission that was withdrawn, of any delivery but that one. */
    boolean mayFlyOnExceptFor(String deliveryId) {
        return withdrawn.stream()
                .anyMatch(mission -> mission.known() == null
                        && !mission.mission().deliveryId().equals(deliveryId));
    }

    /** Whether the assignment was taken back, though it is not released yet. */
    boolean recalled() {
        return assignment != null
                && withdrawn.stream().anyMatch(mission -> mission.mission().equals(assignment));
    }
}
