package io.dronedelivery.delivery.domain.tracking;

import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Updates deliveries by what drones send and carriers report. */
public class TrackingHandler {
    private final Deliveries deliveries;
    private final InstantSource clock;

    public TrackingHandler(Deliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Messages of any drones, in the order they came; those without a mission change nothing. */
    public Uni<Void> observe(List<DroneStream> messages) {
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
        return deliveries.updateAll(Set.copyOf(perDelivery.keySet()), delivery -> new TrackingRules(clock.instant())
                .observe(delivery, perDelivery.getOrDefault(delivery.record().deliveryId(), List.of())));
    }

    public Uni<Void> report(ShipmentProgress progress) {
        return deliveries.updateAll(Set.of(progress.deliveryId()), delivery -> new TrackingRules(clock.instant())
                .report(delivery, progress));
    }
}
