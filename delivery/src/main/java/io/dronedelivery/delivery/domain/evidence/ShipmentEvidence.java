package io.dronedelivery.delivery.domain.evidence;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a carrier's reports say: of each stage the first report. */
public record ShipmentEvidence(
        @Nullable Report pickedUp,
        @Nullable Report outForDelivery,
        @Nullable Report delivered,
        @Nullable Report failed) implements Evidence {
    public static final ShipmentEvidence NONE = new ShipmentEvidence(null, null, null, null);

    /** One report. */
    public record Report(Instant time, @Nullable Position place, String words) {}

    public ShipmentEvidence with(ShipmentProgress progress) {
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
    public Optional<Cause> seen(Milestone milestone, String carrier) {
        return switch (milestone) {
            case HEADED_TO_PICKUP, ARRIVING -> Optional.empty();
            case PICKED_UP -> cause(pickedUp, carrier);
            case HEADED_TO_DROPOFF -> cause(outForDelivery, carrier);
            case DELIVERED -> cause(delivered, carrier);
        };
    }

    @Override
    public Optional<Cause> happened(Incident incident, String carrier) {
        return switch (incident) {
            case FAILED -> cause(failed, carrier);
            case ABORTED, STOPPED, PARCEL_ASTRAY -> Optional.empty();
        };
    }

    private static Optional<Cause> cause(@Nullable Report report, String carrier) {
        return Optional.ofNullable(report)
                .map(first -> new Cause(
                        Cause.Source.CARRIER, carrier, first.words(), false, null, first.time(), first.place()));
    }
}
