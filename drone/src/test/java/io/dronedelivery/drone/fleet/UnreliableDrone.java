package io.dronedelivery.drone.fleet;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.testing.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A drone that flies what it is ordered, and posts what the service has not acknowledged, one post at a time. */
final class UnreliableDrone {
    private static final int STEPS_PER_LEG = 8;

    final String id;
    final List<DroneTelemetry> backlog = new ArrayList<>();
    private final Set<MissionReference> over = new HashSet<>();
    private @Nullable MissionReference mission;
    private int step;
    private boolean loaded;
    private long sequence;

    UnreliableDrone(String id) {
        this.id = id;
    }

    /** What it is flying as ordered; absent once it has given it up, or brought the parcel. */
    @Nullable
    MissionReference flown() {
        return mission == null || mission.aborted() || step >= 4 * STEPS_PER_LEG ? null : mission;
    }

    void obey(Order order) {
        MissionReference ordered =
                order.flight() == null ? null : order.flight().mission();
        if (flown() != null && !flown().equals(ordered)) {
            over.add(flown());
            mission = new MissionReference(flown().deliveryId(), flown().attempt(), true);
            step = 0;
        }
        if (ordered != null && flown() == null && !loaded && over.add(ordered)) {
            mission = ordered;
            step = 0;
        }
    }

    /** Out, loading, on and unloading take a leg each; as does the way home. */
    void fly(Instant now) {
        if (mission != null) {
            step++;
            int leg = step / STEPS_PER_LEG;
            if (mission.aborted() ? leg >= 1 : leg >= 5) {
                mission = null;
                loaded = false;
            } else if (!mission.aborted()) {
                loaded = leg == 2 || leg == 3;
            }
        }
        backlog.add(sample(now));
    }

    private DroneTelemetry sample(Instant now) {
        int leg = step / STEPS_PER_LEG;
        boolean aloft = mission != null && (mission.aborted() || leg == 0 || leg == 2);
        FlightStatus status = aloft ? FlightStatus.AIRBORNE : step == 0 ? FlightStatus.GROUNDED : FlightStatus.LANDED;
        DroneTelemetry sample = Samples.sample(
                id,
                ++sequence,
                mission != null && leg == 1 ? Orders.PICKUP : leg >= 3 ? Orders.DROPOFF : Samples.BASE.location(),
                95,
                status,
                loaded ? Payload.LOADED : Payload.EMPTY);
        return Samples.flying(
                new DroneTelemetry(
                        sample.droneId(),
                        sample.sequence(),
                        now,
                        sample.latitude(),
                        sample.longitude(),
                        sample.altitude(),
                        sample.groundSpeed(),
                        sample.heading(),
                        sample.battery(),
                        sample.flightStatus(),
                        sample.payload(),
                        null),
                mission);
    }
}
