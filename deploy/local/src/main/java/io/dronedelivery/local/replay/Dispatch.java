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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders deliveries from pickup to drop-off for the recorded drone. The drone's name is made of its system id, so the
 * next replay of the same flight is a flight of the same drone.
 */
final class Dispatch {
    static final String ACCOUNT = "replay";

    private static final Accounts.Terms TERMS =
            new Accounts.Terms("Replays", new Money(100_000_000, "EUR"), 0, Accounts.Standing.ACTIVE);
    private static final Parcel PARCEL = new Parcel(Parcel.Size.SMALL, 500, null);
    private static final double CRUISE_SPEED = 5;
    private static final double RANGE_METERS_MIN = 5_000;
    private static final int WAYS_PER_CHARGE = 10;
    private static final List<String> LOOPBACK = List.of("127.0.0.1/32", "::1/128"); // where Link sends from

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

    /** Registers the account, a base at the pickup, and the drone. */
    void prepare() throws IOException, InterruptedException, ReplayFailure {
        double range = Math.max(RANGE_METERS_MIN, WAYS_PER_CHARGE * pickup.metersTo(dropoff));
        Fleet.Airframe airframe = new Fleet.Airframe("recorded", PARCEL.weightGrams(), range, CRUISE_SPEED);
        system.openAccount(TERMS);
        system.registerBase(droneId, new Fleet.Base("Pickup of the replay", pickup));
        system.register(droneId, Fleet.Registration.overMavlink(droneId, airframe, systemId, LOOPBACK));
    }

    /**
     * Cancels the delivery that an earlier replay left to the drone, if any. Empty as long as that is impossible: after
     * a replay that was interrupted in flight, the system takes a minute to notice the lost link.
     */
    Optional<String> cancelEarlierDelivery() throws IOException, InterruptedException, ReplayFailure {
        MissionReference earlier = system.find(droneId).mission();
        return earlier == null || system.cancel(earlier.deliveryId()) ? Optional.of(droneId) : Optional.empty();
    }

    /** The drone, once it can be reserved. */
    Optional<Fleet.Drone> free() throws IOException, InterruptedException, ReplayFailure {
        return Optional.of(system.find(droneId)).filter(drone -> drone.availability() == Fleet.Availability.FREE);
    }

    /** Orders the delivery of that name, and returns its id. A repeat orders no other. */
    String order(String name) throws IOException, InterruptedException, ReplayFailure {
        return system.schedule(new SystemClient.Order(stop(pickup), stop(dropoff), PARCEL, name), run + "/" + name);
    }

    /** The delivery, once it is the drone's mission and its first position is known. */
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
