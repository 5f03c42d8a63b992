package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.Mission.Flyable;
import io.dronedelivery.drone.mission.domain.Mission.WithDrone;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The missions of one drone.
 *
 * @param heldFor the mission it is held for, if any
 * @param flight the mission it is to fly: there once the delivery has confirmed the reservation, until it is withdrawn
 * @param loaded whether a rejected report said that it has the parcel of that flight
 * @param withheld whether the mission is not ordered yet: the drone of an earlier attempt may still fly it, or has the parcel and
 *     that is not published yet
 * @param endedAt when its last mission ended
 * @param withdrawn the missions it has to give up
 */
public record DroneMissions(
        @Nullable MissionReference heldFor,
        @Nullable Flight flight,
        boolean loaded,
        boolean withheld,
        @Nullable Instant endedAt,
        List<Withdrawal> withdrawn) {

    /** Those of a new drone. */
    public static final DroneMissions NONE = new DroneMissions(null, null, false, false, null, List.of());

    public DroneMissions {
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * What the deliveries say of the drone.
     *
     * @param deliveries those that hold it, and those that have withdrawn a mission from it
     */
    public static DroneMissions of(String droneId, Collection<DeliveryMissions> deliveries, @Nullable Instant endedAt) {
        List<Withdrawal> withdrawn = deliveries.stream()
                .flatMap(DeliveryMissions::withdrawn)
                .filter(mission -> mission.droneId().equals(droneId))
                .map(Mission.Withdrawn::withdrawal)
                .toList();
        for (DeliveryMissions delivery : deliveries) {
            for (WithDrone mission : delivery.withDrone().toList()) {
                if (mission.held() && mission.droneId().equals(droneId)) {
                    Flight flight = mission instanceof Flyable flyable ? flyable.flight() : null;
                    return new DroneMissions(
                            mission.reference(),
                            flight,
                            mission.loaded(),
                            withheld(delivery, mission),
                            endedAt,
                            withdrawn);
                }
            }
        }
        return new DroneMissions(null, null, false, false, endedAt, withdrawn);
    }

    /** These, and it is held for that mission. */
    public DroneMissions reserved(MissionReference mission) {
        return new DroneMissions(mission, null, false, false, endedAt, withdrawn);
    }

    private static boolean withheld(DeliveryMissions delivery, WithDrone mission) {
        return delivery.withdrawn()
                .anyMatch(earlier -> earlier.attempt() < mission.attempt() && earlier.withholdsLater());
    }

    /** The mission that it is ordered to fly now, if any. */
    @Nullable
    public Flight ordered() {
        return withheld ? null : flight;
    }

    /** The withdrawn missions for which no report has said yet that the drone has the parcel. */
    public Stream<MissionReference> withdrawnNotLoaded() {
        return withdrawn.stream().filter(mission -> !mission.loaded()).map(Withdrawal::mission);
    }

    /** The same, and its flight, if no rejected report has said so of that. */
    public Stream<MissionReference> notLoaded() {
        return flight == null || loaded
                ? withdrawnNotLoaded()
                : Stream.concat(Stream.of(flight.mission()), withdrawnNotLoaded());
    }

    /** Whether it may still fly a mission that was withdrawn, of any delivery but that one. */
    public boolean mayFlyOnExceptFor(String deliveryId) {
        return withdrawn.stream()
                .anyMatch(mission ->
                        mission.mayBeFlown() && !mission.mission().deliveryId().equals(deliveryId));
    }

    /** Whether the mission it is held for was withdrawn, though the drone is not released yet. */
    public boolean recalled() {
        return heldFor != null
                && withdrawn.stream().anyMatch(mission -> mission.mission().equals(heldFor));
    }
}
