package io.dronedelivery.transport;

import io.dronedelivery.chassis.Problems;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import org.jspecify.annotations.Nullable;

/** Checks what came over the wire: there, any field may be missing, whatever its type says. */
final class Bodies {
    private Bodies() {}

    static Booking checked(int attempt, @Nullable Booking booking) {
        if (attempt < 1) {
            throw Problems.invalid("attempt", "must be 1 or more, but is " + attempt);
        }
        Booking given = required("", booking);
        required("/pickup", given.pickup());
        required("/dropoff", given.dropoff());
        required("/parcel", given.parcel());
        required("/readyAt", given.readyAt());
        required("/deadline", given.deadline());
        return given;
    }

    static Shipments.Callback checked(Shipments.@Nullable Callback report) {
        Shipments.Callback given = required("", report);
        required("/reference", given.reference());
        required("/stage", given.stage());
        required("/time", given.time());
        return given;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problems.invalid(field, "is required");
        }
        return value;
    }
}
