package io.dronedelivery.drone.domain;

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
    protected Sightings sightings() {
        return fleet;
    }
}
