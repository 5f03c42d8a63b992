package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Derives what happens to deliveries from where drones are and what carriers report. */
public class Tracking {
    private final Deliveries deliveries;
    private final InstantSource clock;

    public Tracking(Deliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Messages of any drones, in the order they came; those that fly no mission are passed over. */
    public Uni<Void> see(List<DroneStream> messages) {
        Map<String, List<DroneStream>> perDelivery = new LinkedHashMap<>();
        for (DroneStream message : messages) {
            MissionReference mission = message.mission();
            if (mission != null) {
                perDelivery
                        .computeIfAbsent(mission.deliveryId(), _ -> new ArrayList<>())
                        .add(message);
            }
        }
        if (perDelivery.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return deliveries.changeAll(
                Set.copyOf(perDelivery.keySet()),
                delivery -> Rules.decide(
                        delivery,
                        perDelivery.getOrDefault(delivery.dossier().deliveryId(), List.of()),
                        clock.instant()));
    }

    /** A carrier's report. */
    public Uni<Void> see(ShipmentProgress progress) {
        return deliveries.changeAll(
                Set.of(progress.deliveryId()), delivery -> Rules.decide(delivery, progress, clock.instant()));
    }
}
