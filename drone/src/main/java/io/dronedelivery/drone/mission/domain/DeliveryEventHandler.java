package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;

/** Confirms and ends missions, as deliveries are scheduled, overtaken and ended. */
public final class DeliveryEventHandler {
    private final MissionStore missions;
    private final InstantSource clock;

    public DeliveryEventHandler(MissionStore missions, InstantSource clock) {
        this.missions = missions;
        this.clock = clock;
    }

    /** Does what the event means for the fleet. Missions only go forward: an event that comes again changes nothing. */
    public Uni<Void> on(DeliveryEvent event) {
        Instant now = clock.instant();
        return MissionCommand.of(event)
                .map(command -> missions.change(
                                command.deliveryId(),
                                now,
                                before -> MissionStep.withoutEvents(command.apply(before, now)))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
