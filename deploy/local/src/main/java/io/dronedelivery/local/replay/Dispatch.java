package io.dronedelivery.local.replay;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.accounting.Accounts;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.drone.Fleet;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders deliveries from pickup to drop-off, to be flown by the recorded drone. The drone is named by its system id, so
 * a replay that is run again is the same drone flying again, and its stream goes on.
 */
final class Dispatch {
    static final String ACCOUNT = "replay";

    private static final Accounts.Terms TERMS =
            new Accounts.Terms("Replays", new Money(100_000_000, "EUR"), 0, Accounts.Standing.ACTIVE);
    private static final Parcel PARCEL = new Parcel(Parcel.Size.SMALL, 500, null);
    private static final double CRUISE_SPEED = 5;
    private static final double RANGE_METERS_MIN = 5_000;
    private static final int WAYS_PER_CHARGE = 10;

    private final SystemClient system;
    private final Position pickup;
    private final Position dropoff;
    private final String droneId;
    private final int systemId;
    private final String run = UUID.randomUUID().toString();

    Dispatch(SystemClient system, Position pickup, Position dropoff, int systemId) {
        this.system = system;
        this.pickup = pickup;
        this.dropoff = dropoff;
        this.systemId = systemId;
        this.droneId = "replay-" + systemId;
    }

    String droneId() {
        return droneId;
    }

    /** Makes sure that there are an account, a base at the pickup, and the drone. */
    void prepare() throws IOException, InterruptedException, ReplayFailure {
        double range = Math.max(RANGE_METERS_MIN, WAYS_PER_CHARGE * pickup.metersTo(dropoff));
        Fleet.Airframe airframe = new Fleet.Airframe("recorded", PARCEL.weightGrams(), range, CRUISE_SPEED);
        system.openAccount(TERMS);
        system.keep(droneId, new Fleet.Base("Pickup of the replay", pickup));
        system.register(droneId, new Fleet.Registration(droneId, airframe, Fleet.Door.MAVLINK, systemId));
    }

    /**
     * Cancels what an earlier replay left to the drone, if anything; empty while it can't be: one that was broken off in
     * flight has lost its link, which takes the system a minute to notice.
     */
    Optional<String> withoutLeftOver() throws IOException, InterruptedException, ReplayFailure {
        MissionReference leftOver = system.find(droneId).mission();
        return leftOver == null || system.cancel(leftOver.deliveryId()) ? Optional.of(droneId) : Optional.empty();
    }

    /** The drone, once it can be given a delivery. */
    Optional<Fleet.Drone> free() throws IOException, InterruptedException, ReplayFailure {
        return Optional.of(system.find(droneId)).filter(drone -> drone.availability() == Fleet.Availability.FREE);
    }

    /** Orders the delivery of that name, once however often it is called; returns its id. */
    String order(String name) throws IOException, InterruptedException, ReplayFailure {
        return system.schedule(new SystemClient.Order(stop(pickup), stop(dropoff), PARCEL, name), run + "/" + name);
    }

    /** The delivery, once it is the drone's mission and the first position on that mission was seen. */
    Optional<DeliveryView> underWay(String deliveryId) throws IOException, InterruptedException, ReplayFailure {
        Optional<DeliveryView> delivery = system.delivery(deliveryId);
        if (delivery.isPresent()) {
            check(delivery.get());
        }
        return delivery.filter(seen -> seen.assignment() != null && seen.position() != null);
    }

    private void check(DeliveryView delivery) throws ReplayFailure {
        Assignment assignment = delivery.assignment();
        if (assignment != null && !assignment.carrier().equals(droneId)) {
            throw new ReplayFailure("delivery " + delivery.deliveryId() + " was given to " + assignment.carrier()
                    + ", not to " + droneId + ": is another drone nearer to the pickup?");
        }
        if (delivery.status().terminal()) {
            throw new ReplayFailure(
                    "delivery " + delivery.deliveryId() + " ended " + delivery.status() + ": " + delivery.reason());
        }
    }

    private static Stop stop(Position location) {
        return new Stop(location, null, null, null);
    }
}
