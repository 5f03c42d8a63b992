package io.dronedelivery.drone.domain;

class InMemoryFleetTest extends FleetContract {
    private final InMemoryFleet fleet = new InMemoryFleet(_ -> {});

    @Override
    protected Registry registry() {
        return fleet;
    }

    @Override
    protected Bookings bookings() {
        return fleet;
    }

    @Override
    protected Sightings sightings() {
        return fleet;
    }
}
