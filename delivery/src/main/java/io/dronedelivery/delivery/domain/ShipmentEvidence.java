package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a third party's reports say: of each stage the first one heard. */
record ShipmentEvidence(
        @Nullable Report pickedUp,
        @Nullable Report outForDelivery,
        @Nullable Report delivered,
        @Nullable Report failed) implements Evidence {
    static final ShipmentEvidence NONE = new ShipmentEvidence(null, null, null, null);

    /** One report. */
    record Report(Instant time, @Nullable Position place, String words) {}

    ShipmentEvidence with(ShipmentProgress progress) {
        Report report = new Report(progress.time(), progress.place(), words(progress));
        return switch (progress.stage()) {
            case BOOKED, CANCELLED -> this;
            case PICKED_UP -> pickedUp != null ? this : new ShipmentEvidence(report, outForDelivery, delivered, failed);
            case OUT_FOR_DELIVERY ->
                outForDelivery != null ? this : new ShipmentEvidence(pickedUp, report, delivered, failed);
            case DELIVERED -> delivered != null ? this : new ShipmentEvidence(pickedUp, outForDelivery, report, failed);
            case FAILED -> failed != null ? this : new ShipmentEvidence(pickedUp, outForDelivery, delivered, report);
        };
    }

    private static String words(ShipmentProgress progress) {
        String stage = "the carrier reported " + progress.stage();
        return progress.detail() == null ? stage : stage + ": " + progress.detail();
    }

    @Override
    public Optional<Cause> seen(Fact fact, String carrier) {
        Report report =
                switch (fact) {
                    case HEADED_TO_PICKUP, ARRIVING, ABORTED, STOPPED, ASTRAY -> null;
                    case PICKED_UP -> pickedUp;
                    case HEADED_TO_DROPOFF -> outForDelivery;
                    case DELIVERED -> delivered;
                    case INTERRUPTED -> failed;
                };
        return Optional.ofNullable(report)
                .map(heard -> new Cause(
                        Cause.Source.CARRIER, carrier, heard.words(), false, null, heard.time(), heard.place()));
    }
}
