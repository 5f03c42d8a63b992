package io.dronedelivery.drone.fleet;

import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;

class InMemoryFleetTest extends FleetContract {
    private final InMemoryFleet fleet = new InMemoryFleet(_ -> {});

    @Override
    protected Registry registry() {
        return fleet;
    }

    @Override
    protected MissionStore missions() {
        return fleet;
    }

    @Override
    protected ReservationStore reservations() {
        return fleet;
    }

    @Override
    protected TelemetryStore telemetryStore() {
        return fleet;
    }
}
